package io.heddle.receiver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A receiver on free ports, and a plain client to misuse it with. */
final class Loopback implements AutoCloseable {
  private final Receiver receiver;
  private final HttpClient client = HttpClient.newHttpClient();

  Loopback(Sink sink, Limits limits) throws PortInUse, IOException {
    receiver = Receiver.start(ReceiverSettings.DEFAULT.withPorts(0, 0).withLimits(limits), sink);
  }

  Receiver receiver() {
    return receiver;
  }

  String grpc() {
    return "http://127.0.0.1:" + receiver.grpcPort();
  }

  String http() {
    return "http://127.0.0.1:" + receiver.httpPort();
  }

  HttpResponse<byte[]> post(byte[] body, String... headers) throws Exception {
    return post("/v1/traces", body, headers);
  }

  HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(http() + path))
            .timeout(Duration.ofSeconds(30))
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    receiver.close();
  }
}
