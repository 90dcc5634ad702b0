package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads OTLP/JSON requests as exporters write them. Whatever else there is, damage included, is
 * left to {@link OtlpJson}, which reads the request from its start then. One instance serves one
 * table and one thread.
 */
final class PlainOtlpJson {
  private static final byte[] NULL = "null".getBytes(UTF_8);
  private static final int TRACE_ID = 32;
  private static final int HALF = 16;

  private final PlainJson in = new PlainJson();
  private final Spans spans;
  private final SpanWriter span;
  private final Origin origin;
  private final PlainJsonAttributes attributes;

  PlainOtlpJson(Spans spans) {
    this.spans = spans;
    span = new SpanWriter(spans);
    origin = new Origin(spans);
    attributes = new PlainJsonAttributes(in, spans);
  }

  /** Appends the spans of the request in {@code bytes[from, to)}; false, and none, when unusual. */
  boolean read(byte[] bytes, int from, int to) {
    int mark = spans.size();
    in.start(bytes, from, to);
    request();
    if (!in.isAtEnd()) {
      in.giveUp();
    }
    if (!in.isPlain()) {
      spans.truncate(mark);
    }
    return in.isPlain();
  }

  /**
   * Appends the spans of the element of resourceSpans that begins at {@code from}.
   *
   * @return where it ends; -1, and no span is appended, when it is unusual or ends behind {@code
   *     to}
   */
  int element(byte[] bytes, int from, int to) {
    int mark = spans.size();
    in.start(bytes, from, to);
    element();
    if (!in.isPlain()) {
      spans.truncate(mark);
    }
    return in.isPlain() ? in.position() : -1;
  }

  private void request() {
    boolean recognised = false;
    in.take('{');
    for (boolean first = true; in.hasNext(first, '}') && in.name(); first = false) {
      recognised = Name.of(in) == Name.RESOURCE_SPANS;
      if (recognised) {
        resources();
      } else {
        in.giveUp();
      }
    }
    if (!recognised) {
      in.giveUp();
    }
  }

  private void resources() {
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      element();
    }
  }

  private void element() {
    origin.startResource();
    resource();
    if (in.isPlain()) {
      origin.endResource();
    }
  }

  private void resource() {
    in.take('{');
    for (boolean first = true; in.hasNext(first, '}') && in.name(); first = false) {
      switch (Name.of(in)) {
        case RESOURCE -> described(origin.resource);
        case SCOPE_SPANS -> scopes();
        default -> skip();
      }
    }
  }

  private void scopes() {
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      origin.startScope();
      scope();
      origin.endScope();
    }
  }

  private void scope() {
    in.take('{');
    for (boolean first = true; in.hasNext(first, '}') && in.name(); first = false) {
      switch (Name.of(in)) {
        case SCOPE -> described(origin.scope);
        case SPANS -> spans();
        default -> skip();
      }
    }
  }

  /** Takes a resource, or a scope, whose name and version are attributes too. */
  private void described(WordBuffer target) {
    in.take('{');
    for (boolean first = true; in.hasNext(first, '}') && in.name(); first = false) {
      Name name = Name.of(in);
      if (name == Name.ATTRIBUTES) {
        attributes.list(target);
      } else if (target == origin.scope && name == Name.NAME) {
        attributes.named(Origin.SCOPE_NAME, target);
      } else if (target == origin.scope && name == Name.VERSION) {
        attributes.named(Origin.SCOPE_VERSION, target);
      } else {
        skip();
      }
    }
  }

  private void spans() {
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      span.clear();
      in.take('{');
      for (boolean start = true; in.hasNext(start, '}') && in.name(); start = false) {
        field(Name.of(in));
      }
      if (in.isPlain()) {
        span.append();
      }
    }
  }

  private void field(Name name) {
    switch (name) {
      case TRACE_ID -> {
        id(TRACE_ID);
        span.traceHigh = half(0);
        span.traceLow = half(HALF);
      }
      case SPAN_ID -> span.spanId = spanId();
      case TRACE_STATE -> traceState();
      case PARENT_SPAN_ID -> span.parentId = spanId();
      case NAME -> span.name = attributes.string();
      case KIND -> span.kind = kind();
      case START -> span.startNs = in.number();
      case END -> span.endNs = in.number();
      case ATTRIBUTES -> attributes.ofSpan(span);
      case EVENTS -> events();
      case LINKS -> links();
      case STATUS -> status();
      default -> skip();
    }
  }

  private void events() {
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      WordBuffer target = span.events;
      int start = attributes.startEvent(target);
      in.take('{');
      for (boolean begin = true; in.hasNext(begin, '}') && in.name(); begin = false) {
        switch (Name.of(in)) {
          case TIME -> target.setLong(start, in.number());
          case NAME -> target.set(start + 2, attributes.string());
          case ATTRIBUTES -> attributes.list(target);
          default -> skip();
        }
      }
      target.set(start + 3, target.size() - start - 4);
    }
  }

  private void links() {
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      WordBuffer target = span.links;
      int start = attributes.startLink(target);
      in.take('{');
      for (boolean begin = true; in.hasNext(begin, '}') && in.name(); begin = false) {
        switch (Name.of(in)) {
          case TRACE_ID -> {
            id(TRACE_ID);
            target.setLong(start, half(0));
            target.setLong(start + 2, half(HALF));
          }
          case SPAN_ID -> target.setLong(start + 4, spanId());
          case ATTRIBUTES -> attributes.list(target);
          default -> skip();
        }
      }
      target.set(start + 6, target.size() - start - 7);
    }
  }

  private void status() {
    in.take('{');
    for (boolean first = true; in.hasNext(first, '}') && in.name(); first = false) {
      if (Name.of(in) == Name.CODE) {
        span.status = in.peek() == '"' ? Codes.status(word()) : Codes.status(in.number());
      } else {
        skip();
      }
    }
  }

  private void traceState() {
    boolean isText = in.peek() == '"';
    skip();
    int from = in.textFrom();
    span.sampled = isText && Sampling.isSampled(in.text(), from, from + in.textLength());
  }

  private int kind() {
    return in.peek() == '"' ? Codes.kind(word()) : Codes.kind(in.number());
  }

  /** Takes the name of a constant. */
  private String word() {
    return in.string() ? new String(in.text(), in.textFrom(), in.textLength(), UTF_8) : "";
  }

  /** A span id, 0 for an empty one. */
  private long spanId() {
    if (!in.string() || in.textLength() == 0) {
      return 0;
    }
    return in.textLength() == HALF ? half(0) : unusual();
  }

  private void id(int digits) {
    if (in.string() && in.textLength() != digits) {
      in.giveUp();
    }
  }

  private long half(int from) {
    return in.isPlain() ? in.idPart(from) : 0;
  }

  private long unusual() {
    in.giveUp();
    return 0;
  }

  /** Takes a string, a whole number or null that nobody asks for. */
  private void skip() {
    byte next = in.peek();
    if (next == '"') {
      in.string();
    } else if (next == 'n') {
      in.word(NULL);
    } else {
      in.number();
    }
  }
}
