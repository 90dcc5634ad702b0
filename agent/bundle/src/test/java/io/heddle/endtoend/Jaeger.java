package io.heddle.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Jaeger on free ports of the loopback interface, which passes on what it is sent. */
final class Jaeger implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String VERSION = "1.76.0";

  private static final String CONFIGURATION =
      """
      service:
        extensions: [jaeger_storage, jaeger_query]
        pipelines:
          traces:
            receivers: [otlp]
            exporters: [jaeger_storage_exporter, otlphttp]
        telemetry:
          metrics: {level: none}
          logs: {level: warn}
      extensions:
        jaeger_storage:
          backends: {store: {memory: {max_traces: 10000}}}
        jaeger_query:
          storage: {traces: store}
          http: {endpoint: "127.0.0.1:%d"}
          grpc: {endpoint: "127.0.0.1:%d"}
      receivers:
        otlp:
          protocols:
            http: {endpoint: "127.0.0.1:%d"}
            grpc: {endpoint: "127.0.0.1:%d"}
      exporters:
        jaeger_storage_exporter: {trace_storage: store}
        otlphttp: {endpoint: "%s", sending_queue: {enabled: false}}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Ports ports;
  private final Process process;

  private record Ports(int query, int queryGrpc, int otlpHttp, int otlpGrpc) {
    static Ports free() throws IOException {
      try (ServerSocket query = any();
          ServerSocket queryGrpc = any();
          ServerSocket otlpHttp = any();
          ServerSocket otlpGrpc = any()) {
        return new Ports(
            query.getLocalPort(),
            queryGrpc.getLocalPort(),
            otlpHttp.getLocalPort(),
            otlpGrpc.getLocalPort());
      }
    }

    private static ServerSocket any() throws IOException {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    String configuration(String forwardTo) {
      return CONFIGURATION.formatted(query, queryGrpc, otlpHttp, otlpGrpc, forwardTo);
    }
  }

  private Jaeger(Ports ports, Process process) {
    this.ports = ports;
    this.process = process;
  }

  /** A Jaeger that is ready; its files are in {@code folder}. */
  static Jaeger start(Path folder, String forwardTo) throws Exception {
    Ports ports = Ports.free();
    Path configuration = folder.resolve("jaeger.yaml");
    Files.writeString(configuration, ports.configuration(forwardTo));
    Path log = folder.resolve("jaeger.log");
    Process process =
        new ProcessBuilder(program().toString(), "--config", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Jaeger jaeger = new Jaeger(ports, process);
    try {
      jaeger.awaitReady(log);
      return jaeger;
    } catch (Exception | Error e) {
      jaeger.close();
      throw e;
    }
  }

  private static Path program() {
    Path cache = Path.of(Optional.ofNullable(System.getenv("HEDDLE_CACHE")).orElse(ownCache()));
    Path program = cache.resolve("jaeger-" + VERSION).resolve("jaeger");
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(program + " is missing: run docs/install-jaeger.sh");
    }
    return program;
  }

  private static String ownCache() {
    String user =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .orElse(System.getProperty("user.home") + "/.cache");
    return user + "/heddle";
  }

  private void awaitReady(Path log) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("Jaeger does not start: " + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/api/services").has("data");
    } catch (IOException notYet) {
      return false;
    }
  }

  String otlpHttp() {
    return "http://127.0.0.1:" + ports.otlpHttp();
  }

  String otlpGrpc() {
    return "http://127.0.0.1:" + ports.otlpGrpc();
  }

  /** The JSON that the query API answers with. */
  JsonNode get(String pathAndQuery) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + ports.query() + pathAndQuery);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(uri + ": " + response.statusCode() + " " + response.body());
    }
    return json.readTree(response.body());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
