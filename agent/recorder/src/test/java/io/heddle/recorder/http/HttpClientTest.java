package io.heddle.recorder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpClientTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
  private static final long IMPATIENCE = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private static Response post(HttpClient client, long timeoutNs) throws IOException {
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
    return client.post("/x", Map.of("A", "b"), ByteBuffer.wrap(body), timeoutNs);
  }

  private static Response postTo(ScriptedServer server, long timeoutNs) throws IOException {
    try (HttpClient client = new HttpClient("localhost", server.port())) {
      return post(client, timeoutNs);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX: y\r\n\r\nyes",
        "HTTP/1.1 200\r\ncontent-length:3\r\n\r\nyes",
        "HTTP/1.1 200 OK\nContent-Length: 3\n\nyes",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\ny\r\n2\r\nes\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nyes\r\n0\r\nT: x\r\n\r\n"
      })
  void body_isReadHoweverItIsFramed(String answer) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(answer)) {
      Response response = postTo(server, PATIENCE);
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("yes");
      assertThat(response.isWhole()).isTrue();
    }
  }

  @Test
  void bodyWithoutLength_endsWithTheConnection() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          out.write("HTTP/1.0 503 No\r\n\r\nlater".getBytes(StandardCharsets.UTF_8));
          return false;
        })) {
      Response response = postTo(server, PATIENCE);
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("later");
      assertThat(response.keepsOpen()).isFalse();
    }
  }

  @Test
  void request_arrivesWhole() throws Exception {
    byte[][] arrived = new byte[1][];
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          arrived[0] = body;
          out.write(EMPTY.getBytes(StandardCharsets.UTF_8));
          return true;
        })) {
      postTo(server, PATIENCE);
      assertThat(arrived[0]).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }
  }

  @Test
  void connection_isUsedAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(EMPTY);
        HttpClient client = new HttpClient("localhost", server.port())) {
      for (int i = 0; i < 5; i++) {
        post(client, PATIENCE);
      }
      assertThat(server.requests()).isEqualTo(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void connectionThatTheServerClosed_isReplaced() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start((request, body, out) -> {
              out.write(
                  "HTTP/1.1 204 Done\r\nConnection: close\r\n\r\n"
                      .getBytes(StandardCharsets.UTF_8));
              return false;
            });
        HttpClient client = new HttpClient("localhost", server.port())) {
      assertThat(post(client, PATIENCE).status()).isEqualTo(204);
      assertThat(post(client, PATIENCE).status()).isEqualTo(204);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** The second request is answered with these bytes and the end; all others as they should be. */
  private static ScriptedServer endingTheSecond(String answer) throws IOException {
    return ScriptedServer.start((request, body, out) -> {
      out.write((request == 2 ? answer : EMPTY).getBytes(StandardCharsets.UTF_8));
      return request != 2;
    });
  }

  @Test
  void keptConnectionThatEndsWithoutAWord_costsNoRequest() throws Exception {
    try (ScriptedServer server = endingTheSecond("");
        HttpClient client = new HttpClient("localhost", server.port())) {
      post(client, PATIENCE);
      assertThat(post(client, PATIENCE).status()).isEqualTo(200);
      assertThat(server.requests()).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void keptConnectionThatEndsWithinAnAnswer_isAnError() throws Exception {
    try (ScriptedServer server = endingTheSecond("HTTP/1.1 2");
        HttpClient client = new HttpClient("localhost", server.port())) {
      post(client, PATIENCE);
      assertThatThrownBy(() -> post(client, PATIENCE)).isInstanceOf(EOFException.class);
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  /** The kernel answers nobody whose connection does not fit into the queue of an idle server. */
  @Test
  void addressThatIsSilent_leavesTimeForTheNext() throws Exception {
    List<SocketChannel> queued = new ArrayList<>();
    InetAddress second = InetAddress.getByName("127.0.0.2");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        ServerSocket silent = new ServerSocket(server.getLocalPort(), 1, second)) {
      for (int i = 0; i < 4; i++) {
        SocketChannel client = SocketChannel.open();
        queued.add(client);
        client.configureBlocking(false);
        client.connect(silent.getLocalSocketAddress());
      }
      List<InetAddress> both = List.of(second, server.getInetAddress());
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
      TimedChannel.connect(both, server.getLocalPort(), deadline).close();
    } finally {
      for (SocketChannel client : queued) {
        client.close();
      }
    }
  }

  @Test
  void hugeBody_isNotRead() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
          byte[] block = new byte[1_000_000];
          for (int i = 0; i < 100; i++) {
            out.write(block);
          }
          return true;
        })) {
      Response response = postTo(server, PATIENCE);
      assertThat(response.isWhole()).isFalse();
      assertThat(response.keepsOpen()).isFalse();
      assertThat(response.body()).hasSize(ResponseReader.MAX_BODY);
    }
  }

  @Test
  void trickle_endsAtTheDeadline() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write("a: b\r\n".getBytes(StandardCharsets.UTF_8));
            Thread.sleep(20);
          }
        })) {
      assertThatThrownBy(() -> postTo(server, IMPATIENCE))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("no answer within 200 ms");
    }
  }

  @Test
  void serverThatNeverReads_endsAtTheDeadline() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpClient client = new HttpClient("localhost", silent.getLocalPort())) {
      ByteBuffer large = ByteBuffer.allocate(50_000_000);
      assertThatThrownBy(() -> client.post("/", Map.of(), large, IMPATIENCE))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nyes\r\n"
      })
  void whatIsNoHttp_isAnError(String answer) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(answer)) {
      assertThatThrownBy(() -> postTo(server, PATIENCE)).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void endlessHead_isAnError() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering("HTTP/1.1 200 OK\r\nA: " + "x".repeat(70_000))) {
      assertThatThrownBy(() -> postTo(server, PATIENCE))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("65536");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nyes"
      })
  void answerThatBreaksOff_isAnError(String answer) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          out.write(answer.getBytes(StandardCharsets.UTF_8));
          return false;
        })) {
      assertThatThrownBy(() -> postTo(server, PATIENCE)).isInstanceOf(EOFException.class);
    }
  }
}
