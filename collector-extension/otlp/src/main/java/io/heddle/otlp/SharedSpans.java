package io.heddle.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Zipkin lets the client and the servers of a call write one span each under one id. Each server's
 * half gets an id of its own, derived from the shared one, and becomes a child of the client's;
 * spans of the server's service that name the shared id as their parent follow it, and so do tags
 * that were sent later, as a span without a time.
 */
final class SharedSpans {
  private static final int SERVER = 2;
  private static final int CLIENT = 3;

  private final Spans spans;
  private final int from;
  private final Map<Key, Integer> clients = new HashMap<>();
  private final Map<Key, List<Half>> servers = new HashMap<>();

  private record Key(long traceHigh, long traceLow, long spanId) {}

  /** A server's half; one that was sent twice is one. */
  private record Half(int resource, long startNs, long endNs) {}

  SharedSpans(Spans spans, int from) {
    this.spans = spans;
    this.from = from;
  }

  void split() {
    for (int span = from; span < spans.size(); span++) {
      if (spans.kind(span) == CLIENT) {
        clients.putIfAbsent(own(span), span);
      }
    }
    for (int span = from; span < spans.size(); span++) {
      if (spans.kind(span) == SERVER && clients.containsKey(own(span))) {
        know(span);
      }
    }
    for (int span = from; span < spans.size(); span++) {
      move(span, own(span), key(span, spans.parentSpanId(span)));
    }
  }

  private void know(int server) {
    List<Half> halves = servers.computeIfAbsent(own(server), unseen -> new ArrayList<>());
    if (!halves.contains(half(server))) {
      halves.add(half(server));
    }
  }

  private void move(int span, Key own, Key parent) {
    long id = own.spanId;
    int half = half(span, servers.getOrDefault(own, List.of()));
    int above = place(servers.getOrDefault(parent, List.of()), spans.resource(span));
    if (half >= 0) {
      spans.setIds(span, derived(id, half), id);
    } else if (above >= 0) {
      spans.setIds(span, id, derived(parent.spanId, above));
    }
  }

  /** Which of the halves a span is, or belongs to; -1 for none. */
  private int half(int span, List<Half> halves) {
    if (spans.kind(span) == SERVER) {
      return halves.indexOf(half(span));
    }
    boolean isLater = spans.kind(span) != CLIENT && spans.startNs(span) == 0;
    return isLater ? place(halves, spans.resource(span)) : -1;
  }

  private static int place(List<Half> halves, int resource) {
    return halves.stream().map(Half::resource).toList().indexOf(resource);
  }

  private Half half(int span) {
    return new Half(spans.resource(span), spans.startNs(span), spans.endNs(span));
  }

  private Key own(int span) {
    return key(span, spans.spanId(span));
  }

  private Key key(int span, long id) {
    return new Key(spans.traceIdHigh(span), spans.traceIdLow(span), id);
  }

  private static long derived(long id, int number) {
    long mixed = (id ^ (id >>> 31)) * (0x9E3779B97F4A7C15L + 2L * number);
    return mixed == 0 ? 1 : mixed;
  }
}
