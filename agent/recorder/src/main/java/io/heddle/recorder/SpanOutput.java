package io.heddle.recorder;

import io.heddle.recorder.export.FinishedSpan.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.export.Outbox;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.export.Transport;
import java.util.Map;
import java.util.UUID;

/**
 * Everything behind the rings. Making it loads OpenTelemetry, so it is made when the first record
 * is there.
 */
record SpanOutput(SpanWriter writer, Outbox outbox) {

  /**
   * @param host resource attributes that another tracer of this process sends
   */
  static SpanOutput of(
      Settings settings, Map<String, String> host, Log log, Counters counters, Seeds seeds) {
    String command = System.getProperty("sun.java.command", "");
    Origin origin = Origins.of(settings.telemetry(), host, command, instanceId(seeds));
    Transport transport = Transport.of(settings.telemetry(), log::warn);
    Outbox outbox = new Outbox(transport, counts(counters), System::nanoTime);
    return new SpanOutput(new SpanWriter(origin, counters), outbox);
  }

  private static SpanCounts counts(Counters counters) {
    return new SpanCounts() {
      @Override
      public void exported(int spans) {
        counters.exported(spans);
      }

      @Override
      public void failed(int spans) {
        counters.failed(spans);
      }

      @Override
      public void discarded(int spans) {
        counters.discarded(spans);
      }
    };
  }

  /** A UUID of version 4 (RFC 9562). */
  private static String instanceId(Seeds seeds) {
    long high = (seeds.next() & 0xffff_ffff_ffff_0fffL) | 0x4000;
    long low = (seeds.next() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
