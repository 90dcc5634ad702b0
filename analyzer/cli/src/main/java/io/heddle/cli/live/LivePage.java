package io.heddle.cli.live;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.common.metric.NoopMeterRegistry;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.healthcheck.HealthCheckService;
import io.heddle.receiver.Acceptor;
import io.heddle.receiver.PortInUse;
import io.heddle.receiver.Receiver;
import io.heddle.report.Format;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A page with the current report, on a port of its own. Thread-safe. */
public final class LivePage implements AutoCloseable {
  private final Server server;
  private final String address;

  private LivePage(Server server, String address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Opens the page.
   *
   * @throws PortInUse if another process has the port
   * @throws IOException if the address cannot be bound for another reason
   */
  public static LivePage start(String address, int port, LiveReport report, Receiver receiver)
      throws PortInUse, IOException {
    Server server =
        Server.builder()
            .port(new InetSocketAddress(InetAddress.getByName(address), port), SessionProtocol.HTTP)
            .service("/", rendered(MediaType.HTML_UTF_8, () -> report.as(Format.HTML, false)))
            .service("/report.json", rendered(MediaType.JSON, () -> report.as(Format.JSON, false)))
            .service(
                "/report.txt",
                rendered(MediaType.PLAIN_TEXT_UTF_8, () -> report.as(Format.TEXT, false)))
            .service(
                "/counters",
                rendered(
                    MediaType.JSON,
                    () -> new CountersJson(receiver.counts(), report.retention()).text()))
            .service("/health", HealthCheckService.of())
            .meterRegistry(NoopMeterRegistry.get())
            .bossGroupFactory(name -> new Acceptor())
            .build();
    try {
      server.start().join();
    } catch (CompletionException e) {
      PortInUse.check(address, IntStream.of(port), e);
      throw new IOException("cannot listen on " + address + ": " + e.getCause(), e);
    }
    return new LivePage(server, address);
  }

  private static HttpService rendered(MediaType type, Supplier<String> content) {
    return (ctx, request) ->
        HttpResponse.of(
            CompletableFuture.supplyAsync(
                () -> HttpResponse.of(HttpStatus.OK, type, content.get()),
                ctx.blockingTaskExecutor()));
  }

  /** Where a browser finds it. */
  public String url() {
    return "http://" + address + ":" + server.activeLocalPort();
  }

  @Override
  public void close() {
    server.stop().join();
  }
}
