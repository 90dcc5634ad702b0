package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that begin inside a span of another tracer. */
class JoinedRunTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final byte SAMPLED = 1;

  /** As {@code SpanFlags} of opentelemetry-proto has them. */
  private static final int IS_KNOWN = 0x100;

  private static final int IS_REMOTE = 0x200;

  private OtlpSink sink;
  private Recorder recorder;
  private @Nullable HostSpan current;
  private int untraced;

  private final HostTracing host =
      new HostTracing() {
        @Override
        public @Nullable HostSpan current() {
          return current;
        }

        @Override
        public Map<String, String> resource() {
          return Map.of("service.name", "shop");
        }

        @Override
        public void untraced(Runnable task) {
          untraced++;
          task.run();
        }
      };

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
    recorder = sink.recorder();
    recorder.join(host);
  }

  @AfterEach
  void stop() {
    recorder.close();
    sink.close();
  }

  private static HostSpan span(int flags, Map<String, String> traceState) {
    return HostSpan.of(TRACE, SPAN, (byte) flags, traceState);
  }

  private Run runOneNode() {
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "code")), null);
    run.end(null);
    return run;
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Test
  void runInsideASpan_isItsChildWithItsFlagsAndState() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put("vendor", "a:1");
    state.put("other", "2");
    current = span(SAMPLED, state);
    runOneNode();
    recorder.close();

    Span root = sink.span("mail");
    Span node = sink.span("a");
    assertThat(hex(root.getTraceId())).isEqualTo(hex(node.getTraceId())).isEqualTo(TRACE);
    assertThat(hex(root.getParentSpanId())).isEqualTo(SPAN);
    assertThat(node.getParentSpanId()).isEqualTo(root.getSpanId());
    assertThat(root.getTraceState())
        .isEqualTo(node.getTraceState())
        .isEqualTo("vendor=a:1,other=2");
    assertThat(root.getFlags() & 0xff).isEqualTo(node.getFlags() & 0xff).isEqualTo(SAMPLED);
  }

  @Test
  void runInsideASpan_saysWhereItsParentIsWritten() {
    current = span(SAMPLED, Map.of());
    runOneNode();
    recorder.close();
    assertThat(sink.span("mail").getFlags()).isEqualTo(IS_KNOWN | SAMPLED);
  }

  @Test
  void runInsideASpanOfAnotherProcess_saysThatItsParentIsRemote() {
    current = span(SAMPLED, Map.of()).remote();
    runOneNode();
    recorder.close();
    assertThat(sink.span("mail").getFlags()).isEqualTo(IS_KNOWN | IS_REMOTE | SAMPLED);
    assertThat(sink.span("a").getFlags()).isEqualTo(IS_KNOWN | SAMPLED);
  }

  @Test
  void twoRunsInOneSpan_haveRunIdsOfTheirOwn() {
    current = span(SAMPLED, Map.of());
    runOneNode();
    runOneNode();
    recorder.close();

    assertThat(sink.spans())
        .extracting(s -> OtlpSink.attributes(s.getAttributesList()).get("heddle.run.id").toString())
        .allMatch(id -> id.startsWith(TRACE + "-"))
        .hasSize(4)
        .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
  }

  @Test
  void runInsideAnUnsampledSpan_isCountedAndNotSent() {
    current = span(2, Map.of());
    runOneNode();
    current = null;
    runOneNode();
    recorder.close();

    assertThat(sink.spans()).extracting(Span::getName).containsExactlyInAnyOrder("mail", "a");
    assertThat(recorder.counters().snapshot().unsampled()).isEqualTo(2);
    assertThat(recorder.counters().snapshot().recorded()).isEqualTo(4);
    assertThat(recorder.counters().snapshot().exported()).isEqualTo(2);
  }

  @Test
  void runOutsideOfSpans_hasATraceOfItsOwn() {
    Run run = runOneNode();
    recorder.close();

    assertThat(run.traceId()).isNotEqualTo(TRACE);
    assertThat(sink.span("mail").getParentSpanId().size()).isZero();
    assertThat(run.traceFlags()).isEqualTo((byte) 3);
  }

  @Test
  void sender_isWhoTheOtherTracerSaysAndHiddenFromIt() {
    runOneNode();
    recorder.close();

    assertThat(OtlpSink.attributes(sink.resource().getAttributesList()))
        .containsEntry("service.name", "shop");
    assertThat(untraced).isEqualTo(1);
  }

  @Test
  void otherTracerThatThrows_costsARunNothingButItsParent() {
    recorder.join(
        new HostTracing() {
          @Override
          public HostSpan current() {
            throw new IllegalStateException("not today");
          }

          @Override
          public Map<String, String> resource() {
            throw new IllegalStateException("not today");
          }

          @Override
          public void untraced(Runnable task) {
            task.run();
          }
        });
    runOneNode();
    recorder.close();

    assertThat(sink.spans()).hasSize(2);
    assertThat(recorder.counters().snapshot().errors()).isEqualTo(2);
  }

  @Test
  void preparation_isDoneOnceBeforeTheFirstRunAsksForItsParent() {
    StringBuilder order = new StringBuilder();
    recorder.beforeFirstRun(() -> {
      order.append("prepared");
      current = span(SAMPLED, Map.of());
    });

    assertThat(runOneNode().traceId()).isEqualTo(TRACE);
    runOneNode();
    assertThat(order).hasToString("prepared");
  }
}
