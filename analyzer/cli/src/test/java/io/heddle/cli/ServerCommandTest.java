package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ServerCommandTest {
  private static final Pattern READY =
      Pattern.compile("OTLP on (\\d+) \\(gRPC\\) and (\\d+) \\(HTTP\\); report at (\\S+);");
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path directory;
  private Shell shell;
  private Thread server;
  private Matcher ready;

  @BeforeEach
  void start() throws InterruptedException {
    shell = new Shell(directory);
    server =
        new Thread(
            () -> shell.run("server", "--grpc-port=0", "--http-port=0", "--ui-port=0"), "server");
    server.start();
    do {
      Thread.onSpinWait();
      ready = READY.matcher(String.join("", shell.errLines()));
    } while (!ready.find() && server.isAlive());
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.interrupt();
    server.join();
  }

  @Test
  void page_showsWhatArrived() throws Exception {
    assertThat(send(TraceLine.of("mail", "answer", 0)).statusCode()).isEqualTo(200);
    assertThat(get("/report.txt").body()).contains("answer", "1 run");
    assertThat(get("/report.json").body()).startsWith("{");
    assertThat(get("/health").statusCode()).isEqualTo(200);
    send(TraceLine.of("mail", "answer", 1));
    assertThat(get("/report.txt").body()).contains("2 runs");
  }

  @Test
  void counters_tellWhatWasRefused() throws Exception {
    send(TraceLine.of("mail", "answer", 0));
    assertThat(send("{").statusCode()).isEqualTo(400);
    assertThat(get("/counters").body())
        .contains("\"requests\":1,\"spans\":3", "\"refused\":{\"malformed\":1}")
        .contains("\"evicted\":{\"requests\":0,\"spans\":0}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--grpc-port", "--http-port", "--ui-port"})
  void takenPort_isNamedWithItsOption(String option) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Shell second = new Shell(directory);
      String port = Integer.toString(other.getLocalPort());
      int code =
          second.run(
              "server", "--grpc-port=0", "--http-port=0", "--ui-port=0", option + "=" + port);
      assertThat(code).isEqualTo(2);
      assertThat(second.errLines()).singleElement().asString().contains(option, port);
    }
  }

  private HttpResponse<String> send(String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ready.group(2) + "/v1/traces"))
            .header("content-type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(ready.group(3) + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
