package io.heddle.recorder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.BatchLimits;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.protobuf.ProtobufWriter;
import io.heddle.recorder.sdk.SdkOracle;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanEncoderTest {
  private static final int SEEDS = 500;
  private static final CommonText CLASSIFY = new CommonText("classify");
  private static final CommonText VISIT = new CommonText("heddle.node.visit");
  private static final Origin ORIGIN =
      new Origin(
          new TreeMap<>(Map.of("service.name", "mailer", "team", "Köln " + "x".repeat(300))),
          "io.heddle",
          "1.2");

  private final Envelope envelope = new Envelope(ORIGIN);

  private byte[] encode(Consumer<SpanSink> teller) {
    ProtobufWriter out = new ProtobufWriter(0);
    envelope.open(out);
    teller.accept(new SpanEncoder(new Heap(out)));
    Payload request = envelope.seal(out);
    byte[] copy = new byte[request.length()];
    request.buffer().get(copy);
    return copy;
  }

  /** One buffer for everything. */
  private record Heap(ProtobufWriter out) implements SpanEncoder.Pile {
    @Override
    public ProtobufWriter next() {
      return out;
    }

    @Override
    public void add(@Nullable Runnable unsent) {
      // stays where it is
    }
  }

  @Test
  void whatIsWritten_isWhatTheSdkWouldHaveSent() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      int same = seed;
      byte[] direct = encode(sink -> new RandomSpans(same).tell(sink));
      byte[] oracle = SdkOracle.encode(ORIGIN, sink -> new RandomSpans(same).tell(sink));
      assertThat(sorted(direct)).as("seed %d", seed).isEqualTo(sorted(oracle));
    }
  }

  /** The SDK sorts attributes by key and may group spans in another order of fields. */
  private static List<String> sorted(byte[] request) throws Exception {
    ExportTraceServiceRequest.Builder all =
        ExportTraceServiceRequest.parseFrom(request).toBuilder();
    for (ResourceSpans.Builder ofResource : all.getResourceSpansBuilderList()) {
      List<KeyValue> resource = sorted(ofResource.getResource().getAttributesList());
      ofResource.getResourceBuilder().clearAttributes().addAllAttributes(resource);
      for (ScopeSpans.Builder ofScope : ofResource.getScopeSpansBuilderList()) {
        for (Span.Builder span : ofScope.getSpansBuilderList()) {
          List<KeyValue> attributes = sorted(span.getAttributesList());
          span.clearAttributes().addAllAttributes(attributes);
          span.getStatusBuilder(); // an empty status and none mean the same
          for (Span.Event.Builder event : span.getEventsBuilderList()) {
            List<KeyValue> details = sorted(event.getAttributesList());
            event.clearAttributes().addAllAttributes(details);
          }
        }
      }
    }
    return all.build().toString().lines().toList();
  }

  private static List<KeyValue> sorted(List<KeyValue> attributes) {
    List<KeyValue> sorted = new ArrayList<>(attributes);
    sorted.sort(Comparator.comparing(KeyValue::getKey));
    return sorted;
  }

  @Test
  void unfinishedSpan_leavesNothingBehind() throws Exception {
    Outgoing outgoing =
        new Outgoing(envelope, BatchLimits.of(Map.of()), new NoCounts(), () -> 0, batch -> {});
    SpanEncoder encoder = new SpanEncoder(outgoing);
    encoder.begin(new TraceContext(1, 2, (byte) 1, ""), 3, 4);
    encoder.describe(new CommonText("unfinished"), SpanSink.Kind.INTERNAL);
    new RandomSpans(7).tell(encoder);
    Payload request = envelope.seal(outgoing.next());
    byte[] copy = new byte[request.length()];
    request.buffer().get(copy);
    byte[] oracle = SdkOracle.encode(ORIGIN, sink -> new RandomSpans(7).tell(sink));
    assertThat(sorted(copy)).isEqualTo(sorted(oracle));
  }

  private static final class NoCounts implements SpanCounts {
    @Override
    public void exported(int spans) {
      // nobody asks
    }

    @Override
    public void failed(int spans) {
      // nobody asks
    }

    @Override
    public void discarded(int spans) {
      // nobody asks
    }
  }

  @Test
  void steadyState_allocatesNothing() {
    ProtobufWriter out = new ProtobufWriter(1 << 20);
    envelope.open(out);
    int begin = out.position();
    SpanEncoder encoder = new SpanEncoder(new Heap(out));
    TraceContext trace = new TraceContext(1, 2, (byte) 3, "");
    SharedAttributes shared = new SharedAttributes(List.of(new Attribute("heddle.node.id", "a")));
    SharedAttributes meaning =
        new SharedAttributes(List.of(new Attribute("heddle.link", "predecessor")));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        if (i % 1_000 == 0) {
          out.rewind(begin);
        }
        encoder.begin(trace, i + 1L, 1);
        encoder.describe(CLASSIFY, SpanSink.Kind.INTERNAL);
        encoder.time(i, i + 1L);
        encoder.attributes(shared);
        encoder.attribute(VISIT, i);
        encoder.attribute("heddle.node.cold", true);
        encoder.link(i, meaning);
        encoder.end(null);
      }
      allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(allocated).isZero();
  }
}
