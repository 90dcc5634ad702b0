package io.heddle.recorder.metrics;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.otlp.Destination;
import io.heddle.recorder.otlp.Envelope;
import io.heddle.recorder.otlp.OtlpClient;
import io.heddle.recorder.otlp.Payload;
import io.heddle.recorder.otlp.Signal;
import io.heddle.recorder.otlp.Verdict;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Metrics over OTLP/HTTP without OpenTelemetry's SDK. */
public final class DirectMetrics implements MetricWay {
  private final Envelope envelope;
  private final Destination destination;
  private final OtlpClient client;
  private final ProtobufWriter out = new ProtobufWriter(4096);

  private DirectMetrics(Envelope envelope, Destination destination) {
    this.envelope = envelope;
    this.destination = destination;
    this.client = new OtlpClient(destination);
  }

  /**
   * The way that the settings describe.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @throws IllegalArgumentException when they ask for what is not done here; its message says what
   */
  public static DirectMetrics of(Map<String, String> telemetry, Origin origin) {
    return new DirectMetrics(new Envelope(origin), Destination.of(telemetry, Signal.METRICS));
  }

  @Override
  public Supplier<Verdict> request(
      List<Instrument> instruments, Period period, Temporality temporality) {
    envelope.open(out);
    MetricEncoder encoder = new MetricEncoder(out, period, temporality);
    instruments.forEach(encoder::write);
    Payload request = envelope.seal(out).copy();
    return () -> client.send(request);
  }

  @Override
  public String endpoint() {
    return destination.endpoint().toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
