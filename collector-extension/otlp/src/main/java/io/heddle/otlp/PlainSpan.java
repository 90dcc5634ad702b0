package io.heddle.otlp;

import static io.heddle.otlp.ProtobufCursor.FIXED64;
import static io.heddle.otlp.ProtobufCursor.LENGTH;
import static io.heddle.otlp.ProtobufCursor.VARINT;

/**
 * Reads the fields of a span as every SDK writes them, from byte to byte of an array. It stops
 * before whatever is unusual, damage included, and leaves that to {@link OtlpProtobuf}.
 */
final class PlainSpan {
  private static final int TRACE_ID = 1 << 3 | LENGTH;
  private static final int SPAN_ID = 2 << 3 | LENGTH;
  private static final int TRACE_STATE = 3 << 3 | LENGTH;
  private static final int PARENT_ID = 4 << 3 | LENGTH;
  private static final int NAME = 5 << 3 | LENGTH;
  private static final int KIND = 6 << 3 | VARINT;
  private static final int START = 7 << 3 | FIXED64;
  private static final int END = 8 << 3 | FIXED64;
  private static final int ATTRIBUTE = 9 << 3 | LENGTH;
  private static final int STATUS = 15 << 3 | LENGTH;
  private static final int CODE = 3 << 3 | VARINT;

  private static final int LONG_ID = 2 * Long.BYTES;
  private static final int UNUSUAL = -1;

  private final SpanWriter span;
  private final PlainAttributes attributes;
  private final Guesses names = new Guesses();
  private final Repeats repeats = new Repeats();

  PlainSpan(SpanWriter span, PlainAttributes attributes) {
    this.span = span;
    this.attributes = attributes;
  }

  /** Goes before the first field of a span. */
  void start() {
    repeats.start(0);
  }

  /** Notes the span's last attribute, which was read in another way, behind its tag. */
  void attributeRead(byte[] bytes, int from, int to, int firstWord) {
    if (span.attributes.size() > firstWord) {
      repeats.learn(bytes, from, to, span.attributes, firstWord);
    }
  }

  /** Reads fields in {@code bytes[from, to)}; where the first one stands that is not plain. */
  int read(byte[] bytes, int from, int to) {
    int at = from;
    int next = from;
    while (next >= 0) {
      at = next;
      next = to - at < 2 ? UNUSUAL : field(bytes, at, to);
    }
    return at;
  }

  /** Reads a field of two bytes at least; where the next one begins. */
  private int field(byte[] bytes, int at, int to) {
    return switch (bytes[at]) {
      case ATTRIBUTE -> attribute(bytes, at + 1, to);
      case TRACE_ID, SPAN_ID, PARENT_ID -> id(bytes, at, to);
      case START, END -> time(bytes, at, to);
      case NAME -> name(bytes, at + 1, to);
      case KIND -> kind(bytes[at + 1], at);
      case STATUS -> status(bytes, at + 1, to);
      case TRACE_STATE -> traceState(bytes, at + 1, to);
      default -> UNUSUAL;
    };
  }

  private int attribute(byte[] bytes, int at, int to) {
    int known = repeats.take(bytes, at, to, span.attributes);
    return known >= 0 ? known : newAttribute(bytes, at, to);
  }

  private int newAttribute(byte[] bytes, int at, int to) {
    int content = content(bytes, at, to);
    if (content < 0) {
      return UNUSUAL;
    }
    int end = content + length(bytes, at);
    int first = span.attributes.size();
    if (end > to || !attributes.read(bytes, content, end, span.attributes)) {
      return UNUSUAL;
    }
    repeats.learn(bytes, at, end, span.attributes, first);
    return end;
  }

  private int id(byte[] bytes, int at, int to) {
    int length = bytes[at] == TRACE_ID ? LONG_ID : Long.BYTES;
    int content = at + 2;
    if (bytes[at + 1] != length || to - content < length) {
      return UNUSUAL;
    }
    long first = Bytes.bigEndianLongAt(bytes, content);
    switch (bytes[at]) {
      case SPAN_ID -> span.spanId = first;
      case PARENT_ID -> span.parentId = first;
      default -> {
        span.traceHigh = first;
        span.traceLow = Bytes.bigEndianLongAt(bytes, content + Long.BYTES);
      }
    }
    return content + length;
  }

  private int time(byte[] bytes, int at, int to) {
    if (to - at <= Long.BYTES) {
      return UNUSUAL;
    }
    long ns = Bytes.longAt(bytes, at + 1);
    if (bytes[at] == START) {
      span.startNs = ns;
    } else {
      span.endNs = ns;
    }
    return at + 1 + Long.BYTES;
  }

  private int name(byte[] bytes, int at, int to) {
    int content = content(bytes, at, to);
    if (content < 0 || to - content < length(bytes, at)) {
      return UNUSUAL;
    }
    int length = length(bytes, at);
    span.name = span.spans.texts.intern(bytes, content, length, names.key());
    names.keyIs(span.name);
    repeats.start(span.name);
    return content + length;
  }

  private int traceState(byte[] bytes, int at, int to) {
    int content = content(bytes, at, to);
    if (content < 0 || to - content < length(bytes, at)) {
      return UNUSUAL;
    }
    int end = content + length(bytes, at);
    span.sampled = Sampling.isSampled(bytes, content, end);
    return end;
  }

  private int kind(byte code, int at) {
    span.kind = Codes.kind(code);
    return code < 0 ? UNUSUAL : at + 2;
  }

  /** Reads a status that is nothing or a code; one with a message is unusual. */
  private int status(byte[] bytes, int at, int to) {
    if (bytes[at] == 0) {
      return at + 1;
    }
    boolean isCode = bytes[at] == 2 && to - at > 2 && bytes[at + 1] == CODE && bytes[at + 2] >= 0;
    if (isCode) {
      span.status = Codes.status(bytes[at + 2]);
    }
    return isCode ? at + 3 : UNUSUAL;
  }

  /** Where what stands behind a length of one or two bytes begins. */
  private static int content(byte[] bytes, int at, int to) {
    if (bytes[at] >= 0) {
      return at + 1;
    }
    return to - at > 2 && bytes[at + 1] >= 0 ? at + 2 : UNUSUAL;
  }

  /** A length that {@link #content} found to be of one or two bytes. */
  private static int length(byte[] bytes, int at) {
    return bytes[at] >= 0 ? bytes[at] : (bytes[at] & 0x7F) | (bytes[at + 1] << 7);
  }
}
