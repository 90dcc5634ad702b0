package io.heddle.recorder.otlp;

import io.heddle.recorder.http.HttpClient;
import io.heddle.recorder.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Sends requests of one signal over OTLP/HTTP and says what became of them. Sends each once: when
 * to try again is its caller's to decide. Waits for the answer; one thread at a time.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
public final class OtlpClient implements AutoCloseable {
  private final Destination destination;
  private final HttpClient http;
  private final Map<String, String> headers;

  public OtlpClient(Destination destination) {
    this.destination = destination;
    this.http = new HttpClient(destination.host(), destination.port());
    this.headers = headers(destination);
  }

  private static Map<String, String> headers(Destination destination) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("User-Agent", "heddle");
    headers.putAll(destination.headers());
    headers.put("Content-Type", "application/x-protobuf");
    if (destination.gzip()) {
      headers.put("Content-Encoding", "gzip");
    }
    return headers;
  }

  /** Sends an encoded export request. */
  public Verdict send(Payload request) {
    ByteBuffer body = destination.gzip() ? zipped(request) : request.buffer();
    try {
      return verdict(http.post(destination.target(), headers, body, destination.timeoutNs()));
    } catch (IOException e) {
      String message = e.getMessage();
      return new Verdict.Unanswered(message == null ? e.getClass().getSimpleName() : message, 0);
    }
  }

  private static ByteBuffer zipped(Payload request) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(request.length() / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      request.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return ByteBuffer.wrap(zipped.toByteArray());
  }

  private static Verdict verdict(Response response) {
    int status = response.status();
    return switch (status) {
      case 429, 502, 503, 504 ->
          new Verdict.Unanswered(
              "HTTP status " + status, RetryAfter.nanos(response.headers().get("retry-after")));
      default ->
          status / 100 == 2
              ? taken(response)
              : new Verdict.Refused("HTTP status " + status + Answers.statusMessage(response));
    };
  }

  private static Verdict taken(Response response) {
    boolean says = response.isWhole() && response.body().length > 0;
    return says ? Answers.partialSuccess(response.body()) : new Verdict.Taken(0, "");
  }

  @Override
  public void close() {
    http.close();
  }
}
