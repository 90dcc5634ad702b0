package io.heddle.receiver;

import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.common.metric.NoopMeterRegistry;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.healthcheck.HealthCheckService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Listens on two ports, each of which takes OTLP over gRPC and over HTTP. Thread-safe. */
public final class Receiver implements AutoCloseable {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private final Counters counters = new Counters();
  private final ReceiverSettings settings;
  private final Intake intake;
  private final Server server;

  private Receiver(ReceiverSettings settings, Sink sink) throws IOException {
    this.settings = settings;
    this.intake = new Intake(sink, settings.limits(), counters);
    this.server = server(InetAddress.getByName(settings.host()));
  }

  /**
   * Starts to listen; returns when both ports are open.
   *
   * @throws PortInUse if another process has one of the ports
   * @throws IOException if the address cannot be bound for another reason
   */
  public static Receiver start(ReceiverSettings settings, Sink sink) throws PortInUse, IOException {
    Receiver receiver = new Receiver(settings, sink);
    receiver.open();
    return receiver;
  }

  private void open() throws PortInUse, IOException {
    try {
      server.start().join();
    } catch (CompletionException e) {
      intake.close();
      PortInUse.check(settings.host(), ports(), e);
      throw new IOException("cannot listen on " + settings.host() + ": " + e.getCause(), e);
    }
  }

  private Server server(InetAddress host) {
    ServerBuilder builder = Server.builder();
    ports().forEach(port -> builder.port(new InetSocketAddress(host, port), SessionProtocol.HTTP));
    for (Signal signal : Signal.values()) {
      builder.service(signal.httpPath(), new IgnoredEndpoint(intake, signal));
    }
    return builder
        .service("/v1/traces", new HttpEndpoint(intake))
        .service(new GrpcEndpoint(intake, new GrpcFailures(counters, settings.limits())).service())
        .service("/health", HealthCheckService.of())
        .errorHandler(new ProtocolErrors(counters))
        .meterRegistry(NoopMeterRegistry.get())
        .maxRequestLength(0)
        .requestTimeout(REQUEST_TIMEOUT)
        .bossGroupFactory(name -> new Acceptor())
        .build();
  }

  private IntStream ports() {
    IntStream both = IntStream.of(settings.grpcPort(), settings.httpPort());
    return settings.grpcPort() == 0 ? both : both.distinct();
  }

  /** The port told to senders that use gRPC. */
  public int grpcPort() {
    return settings.grpcPort() != 0 ? settings.grpcPort() : ephemeral().findFirst().orElseThrow();
  }

  /** The port told to senders that use HTTP. */
  public int httpPort() {
    return settings.httpPort() != 0
        ? settings.httpPort()
        : ephemeral().reduce((first, last) -> last).orElseThrow();
  }

  private IntStream ephemeral() {
    return server.activePorts().keySet().stream()
        .mapToInt(InetSocketAddress::getPort)
        .filter(port -> port != settings.grpcPort() && port != settings.httpPort());
  }

  /** What arrived so far. */
  public ReceiverCounts counts() {
    return counters.snapshot();
  }

  /** Finishes the requests at hand, refuses later ones, and stops listening. */
  @Override
  public void close() {
    intake.close();
    server.stop().join();
  }
}
