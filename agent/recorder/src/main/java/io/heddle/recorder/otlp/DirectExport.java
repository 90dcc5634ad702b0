package io.heddle.recorder.otlp;

import io.heddle.recorder.export.BatchLimits;
import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.export.SpanExport;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Export over OTLP/HTTP without OpenTelemetry's SDK. */
public final class DirectExport implements SpanExport {
  private final Delivery delivery;
  private final Outgoing outgoing;
  private final Sender sender;
  private final SpanEncoder encoder;
  private @Nullable Thread thread;

  DirectExport(Way way, Origin origin, SpanCounts counts) {
    Envelope envelope = new Envelope(origin);
    delivery = way.delivery;
    outgoing = new Outgoing(envelope, way.limits, counts, System::nanoTime, this::send);
    OtlpClient client = new OtlpClient(way.destination);
    sender = new Sender(client, envelope, way.backoff, delivery, outgoing::recycle);
    encoder = new SpanEncoder(outgoing);
  }

  /** How spans are sent. */
  record Way(Destination destination, BatchLimits limits, Backoff backoff, Delivery delivery) {}

  /**
   * The export that the settings describe.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param warnings where lines for the user go
   * @throws IllegalArgumentException when they ask for what is not done here; its message says what
   */
  public static DirectExport of(
      Map<String, String> telemetry, Origin origin, SpanCounts counts, Consumer<String> warnings) {
    Destination destination = Destination.of(telemetry, Signal.TRACES);
    Delivery delivery = new Delivery(destination.endpoint().toString(), warnings, counts::problem);
    BatchLimits limits = BatchLimits.of(telemetry);
    return new DirectExport(
        new Way(destination, limits, Backoff.STANDARD, delivery), origin, counts);
  }

  @Override
  public boolean hasRoom() {
    return outgoing.hasRoom();
  }

  @Override
  public int wanted() {
    return delivery.state() == Delivery.State.FAILING ? Integer.MAX_VALUE : outgoing.wanted();
  }

  @Override
  public SpanSink spans() {
    return encoder;
  }

  @Override
  public int doWork() {
    return outgoing.doWork();
  }

  private void send(SpanBatch batch) {
    sender.add(batch);
    if (thread == null) {
      thread = started();
    }
  }

  private Thread started() {
    Thread started = new Thread(null, sender, "heddle-send", 0, false);
    started.setDaemon(true);
    started.setContextClassLoader(DirectExport.class.getClassLoader());
    started.start();
    return started;
  }

  @Override
  public void hurry() {
    sender.hurry();
  }

  @Override
  public void close(long patienceNs) {
    outgoing.flush();
    sender.finish(outgoing.empty(new ProtobufWriter(0)));
    if (thread != null) {
      await(thread, patienceNs);
    }
    if (outgoing.abandon()) {
      delivery.failed(Delivery.reason(null));
    }
  }

  private static void await(Thread thread, long patienceNs) {
    try {
      thread.join(TimeUnit.NANOSECONDS.toMillis(patienceNs) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
