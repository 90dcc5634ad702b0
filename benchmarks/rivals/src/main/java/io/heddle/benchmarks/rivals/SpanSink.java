package io.heddle.benchmarks.rivals;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;

/**
 * An OTLP/HTTP receiver on loopback that counts the spans it is sent and keeps none: it shares the
 * machine with what is measured, so it must cost little. Thread-safe.
 */
final class SpanSink implements AutoCloseable {
  /** Requests, resources, scopes: each holds the next as its field 1, 2, 2. */
  private static final int[] PATH_TO_SPAN = {1, 2, 2};

  private final HttpServer server;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final LongAdder spans = new LongAdder();

  private SpanSink(HttpServer server) {
    this.server = server;
  }

  static SpanSink start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    SpanSink sink = new SpanSink(HttpServer.create(any, 0));
    sink.server.createContext("/", sink::accept);
    sink.server.setExecutor(sink.threads);
    sink.server.start();
    return sink;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Spans since the last call. */
  long takeCount() {
    return spans.sumThenReset();
  }

  private void accept(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      long count = count(CodedInputStream.newInstance(body.readAllBytes()), 0);
      if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
        spans.add(count);
      }
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return isZipped ? new GZIPInputStream(body) : body;
  }

  private static long count(CodedInputStream message, int depth) throws IOException {
    long found = 0;
    for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) != PATH_TO_SPAN[depth]) {
        message.skipField(tag);
      } else if (depth == PATH_TO_SPAN.length - 1) {
        message.skipField(tag);
        found++;
      } else {
        int limit = message.pushLimit(message.readRawVarint32());
        found += count(message, depth + 1);
        message.popLimit(limit);
      }
    }
    return found;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
