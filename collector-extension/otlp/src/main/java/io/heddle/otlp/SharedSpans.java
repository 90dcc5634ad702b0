package io.heddle.otlp;

import java.util.HashMap;
import java.util.Map;

/**
 * Zipkin lets the client and the server of a call write one span each under one id. The server's
 * half gets an id of its own, derived from the shared one, and becomes a child of the client's;
 * spans of the server's service that name the shared id as their parent follow it.
 */
final class SharedSpans {
  private static final int SERVER = 2;
  private static final int CLIENT = 3;

  private final Spans spans;
  private final int from;
  private final Map<Key, Integer> clients = new HashMap<>();
  private final Map<Key, Integer> servers = new HashMap<>();

  SharedSpans(Spans spans, int from) {
    this.spans = spans;
    this.from = from;
  }

  void split() {
    for (int span = from; span < spans.size(); span++) {
      if (spans.kind(span) == CLIENT) {
        clients.putIfAbsent(key(span, spans.spanId(span)), span);
      } else if (spans.kind(span) == SERVER) {
        servers.putIfAbsent(key(span, spans.spanId(span)), span);
      }
    }
    servers.keySet().retainAll(clients.keySet());
    for (int span = from; span < spans.size(); span++) {
      adoptServer(span);
    }
    servers.values().forEach(this::separate);
  }

  private void adoptServer(int span) {
    Integer server = servers.get(key(span, spans.parentSpanId(span)));
    if (server != null && server != span && spans.resource(server) == spans.resource(span)) {
      spans.setIds(span, spans.spanId(span), derived(spans.spanId(server)));
    }
  }

  private void separate(int server) {
    long shared = spans.spanId(server);
    spans.setIds(server, derived(shared), shared);
  }

  private Key key(int span, long id) {
    return new Key(spans.traceIdHigh(span), spans.traceIdLow(span), id);
  }

  private static long derived(long id) {
    long mixed = (id ^ (id >>> 31)) * 0x9E3779B97F4A7C15L;
    return mixed == 0 ? 1 : mixed;
  }

  private record Key(long traceHigh, long traceLow, long spanId) {}
}
