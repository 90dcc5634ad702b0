package io.heddle.recorder.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.export.BatchLimits;
import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.export.SpanCounts;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final long SECOND = 1_000_000_000;

  private final List<Integer> requests = new ArrayList<>();
  private final List<CompletableResultCode> answers = new ArrayList<>();

  /** What comes at once. */
  private final Queue<CompletableResultCode> prepared = new ArrayDeque<>();

  private final List<String> warnings = new ArrayList<>();
  private final AtomicInteger exported = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger discarded = new AtomicInteger();
  private long now;

  private final Outbox outbox =
      new Outbox(
          new SdkTransport(
              retry -> new StoppedExporter(),
              BatchLimits.of(
                  Map.of("otel.bsp.max.export.batch.size", "10", "otel.bsp.max.queue.size", "50")),
              new Delivery("somewhere", warnings::add, reason -> {})),
          new SpanCounts() {
            @Override
            public void exported(int spans) {
              exported.addAndGet(spans);
            }

            @Override
            public void failed(int spans) {
              failed.addAndGet(spans);
            }

            @Override
            public void discarded(int spans) {
              discarded.addAndGet(spans);
            }
          },
          () -> now);

  /** Answers when the test says so. */
  private final class StoppedExporter implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      requests.add(spans.size());
      CompletableResultCode answer = prepared.poll();
      if (answer == null) {
        answer = new CompletableResultCode();
      }
      answers.add(answer);
      return answer;
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  private void add(int spans, Runnable unsent) {
    for (int i = 0; i < spans; i++) {
      outbox.add(
          new FinishedSpan(
              "a",
              SpanKind.INTERNAL,
              SpanContext.getInvalid(),
              SpanContext.getInvalid(),
              0,
              1,
              Attributes.empty(),
              List.of(),
              List.of(),
              StatusData.unset(),
              FinishedSpan.SdkOrigin.of(Origins.of(Map.of(), Map.of(), "", "i")),
              unsent));
    }
  }

  private void add(int spans) {
    add(spans, () -> {});
  }

  @Test
  void nothingWaiting_sendsNothing() {
    now = 100 * SECOND;
    assertThat(outbox.doWork()).isZero();
    assertThat(requests).isEmpty();
  }

  @Test
  void fullBatch_isSentAtOnce() {
    add(10);
    assertThat(outbox.doWork()).isEqualTo(1);
    assertThat(requests).containsExactly(10);
  }

  @Test
  void smallBatch_isSentAfterASecond() {
    add(3);
    now = SECOND - 1;
    assertThat(outbox.doWork()).isZero();
    now = SECOND;
    assertThat(outbox.doWork()).isEqualTo(1);
    assertThat(requests).containsExactly(3);
  }

  @Test
  void slowCollector_getsTwoRequestsAtATimeAndTheRestWaitsWithinItsBound() {
    add(60);
    assertThat(discarded).hasValue(10);
    assertThat(outbox.doWork()).isEqualTo(2);
    assertThat(outbox.doWork()).isZero();
    answers.get(0).succeed();
    assertThat(outbox.doWork()).isEqualTo(1);
    assertThat(exported).hasValue(10);
  }

  @Test
  void slowCollector_isToldNoMoreThanFourBatches() {
    assertThat(outbox.wanted()).isEqualTo(40);
    add(35);
    assertThat(outbox.wanted()).isEqualTo(5);
    outbox.doWork();
    assertThat(outbox.wanted()).as("two batches are under way").isEqualTo(25);
    add(25);
    assertThat(outbox.wanted()).isZero();
    answers.get(0).succeed();
    outbox.doWork();
    assertThat(outbox.wanted()).isEqualTo(10);
    assertThat(discarded).hasValue(0);
  }

  @Test
  void collectorThatIsAway_holdsNothingBackUntilItIsThereAgain() {
    add(50);
    outbox.doWork();
    answers.get(0).failExceptionally(new IllegalStateException("closed for today"));
    assertThat(outbox.wanted()).isEqualTo(Integer.MAX_VALUE);
    answers.get(1).succeed();
    assertThat(outbox.wanted()).isEqualTo(10);
  }

  @Test
  void failure_isToldOnceUntilSomethingArrives() {
    for (int i = 0; i < 3; i++) {
      add(10);
      outbox.doWork();
      answers.get(i).failExceptionally(new IllegalStateException("closed for today"));
    }
    assertThat(failed).hasValue(30);
    assertThat(warnings).singleElement().asString().contains("somewhere", "closed for today");
    add(20);
    outbox.doWork();
    answers.get(3).succeed();
    answers.get(4).fail();
    assertThat(warnings).hasSize(2);
  }

  @Test
  void spanThatDoesNotArrive_tellsItsMaker() {
    AtomicInteger unsent = new AtomicInteger();
    add(10, unsent::incrementAndGet);
    outbox.doWork();
    answers.get(0).fail();
    assertThat(unsent).hasValue(10);
  }

  private record Refusal(int getStatusCode) implements HttpResponse {
    @Override
    public String getStatusMessage() {
      return "Too large";
    }

    @Override
    public byte[] getResponseBody() {
      return new byte[0];
    }
  }

  @Test
  void refusalAtTheEnd_costsOnlyItsOwnBatch() {
    prepared.add(
        CompletableResultCode.ofExceptionalFailure(
            FailedExportException.httpFailedWithResponse(new Refusal(413))));
    prepared.add(CompletableResultCode.ofSuccess());
    add(20);
    outbox.close(SECOND);
    assertThat(exported).hasValue(10);
    assertThat(failed).hasValue(10);
    assertThat(warnings).singleElement().asString().contains("HTTP status 413");
  }

  @Test
  void close_countsWhatNobodyAnswered() {
    add(25);
    outbox.doWork();
    answers.get(0).succeed();
    outbox.close(0);
    assertThat(exported).hasValue(10);
    assertThat(failed).hasValue(15);
    answers.get(1).succeed();
    assertThat(exported).hasValue(10);
  }
}
