package io.heddle.recorder.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts to one host over one connection that is kept open. Follows no redirect, keeps no cookie,
 * asks nobody for a password or a proxy. One thread at a time.
 */
public final class HttpClient implements AutoCloseable {
  private final String host;
  private final int port;
  private @Nullable TimedChannel channel;

  public HttpClient(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Posts the body and waits for the answer. A connection that the host has closed in the meantime
   * is replaced, also when that shows while it is used: the body is sent once more then.
   *
   * @param target path and query
   * @param headers besides {@code Host} and {@code Content-Length}
   * @param timeoutNs for everything together, but the look-up of the host's name
   * @throws IOException when no answer came, or one that is not HTTP
   */
  public Response post(String target, Map<String, String> headers, ByteBuffer body, long timeoutNs)
      throws IOException {
    ByteBuffer head = head(target, headers, body.remaining());
    long deadline = System.nanoTime() + timeoutNs;
    try {
      return exchange(head, body, deadline);
    } catch (SocketTimeoutException e) {
      long millis = TimeUnit.NANOSECONDS.toMillis(timeoutNs);
      throw new SocketTimeoutException("no answer within " + millis + " ms");
    }
  }

  private Response exchange(ByteBuffer head, ByteBuffer body, long deadline) throws IOException {
    TimedChannel kept = channel;
    channel = null;
    if (kept != null && kept.isQuiet()) {
      try {
        return exchange(kept, head.duplicate(), body.duplicate(), deadline);
      } catch (IOException closed) {
        if (closed instanceof InterruptedIOException || kept.hasAnswered()) {
          throw closed;
        }
      }
    } else if (kept != null) {
      kept.close();
    }
    return exchange(TimedChannel.connect(host, port, deadline), head, body, deadline);
  }

  private Response exchange(TimedChannel on, ByteBuffer head, ByteBuffer body, long deadline)
      throws IOException {
    boolean keep = false;
    try {
      on.write(head, body, deadline);
      Response response = new ResponseReader(on, deadline).read();
      keep = response.keepsOpen();
      return response;
    } finally {
      if (keep) {
        channel = on;
      } else {
        on.close();
      }
    }
  }

  private ByteBuffer head(String target, Map<String, String> headers, int length) {
    StringBuilder head = new StringBuilder("POST ").append(target).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\n\r\n");
    return ByteBuffer.wrap(head.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** IPv6 addresses need brackets here. */
  private String authority() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  @Override
  public void close() {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
