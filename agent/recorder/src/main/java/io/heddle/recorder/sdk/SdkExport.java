package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.export.SpanExport;
import io.heddle.recorder.export.SpanSink;
import java.util.Map;
import java.util.function.Consumer;

/** Export through OpenTelemetry's exporter: gRPC, TLS, and every other standard option. */
public final class SdkExport implements SpanExport {
  private final Outbox outbox;
  private final SdkSpans spans;

  private SdkExport(Outbox outbox, Origin origin) {
    this.outbox = outbox;
    this.spans = new SdkSpans(origin, outbox::add);
  }

  /**
   * The export that the settings describe; a fault in them shows with the first spans.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param warnings where lines for the user go
   */
  public static SdkExport of(
      Map<String, String> telemetry, Origin origin, SpanCounts counts, Consumer<String> warnings) {
    SdkTransport transport = SdkTransport.of(telemetry, warnings, counts::problem);
    return new SdkExport(new Outbox(transport, counts, System::nanoTime), origin);
  }

  @Override
  public boolean hasRoom() {
    return outbox.hasRoom();
  }

  @Override
  public int wanted() {
    return outbox.wanted();
  }

  @Override
  public SpanSink spans() {
    return spans;
  }

  @Override
  public int doWork() {
    return outbox.doWork();
  }

  @Override
  public void close(long patienceNs) {
    outbox.close(patienceNs);
  }
}
