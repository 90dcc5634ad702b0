package io.heddle.otlp;

/** Walks over the links of one span after the other without allocating; reused by one thread. */
public final class LinkCursor {
  private static final int HEAD = 7;

  private final Spans spans;
  private final AttributeCursor attributes;
  private int[] words = new int[0];
  private int at;
  private int next;
  private int end;

  LinkCursor(Spans spans) {
    this.spans = spans;
    attributes = new AttributeCursor(spans.table);
  }

  /** Goes before the first link of a span. */
  public LinkCursor span(int span) {
    int place = spans.record(span);
    words = spans.words.chunk(place);
    int offset = spans.words.offset(place);
    next = offset + 1 + words[offset];
    end = place == 0 ? next : next + 1 + words[next];
    next++;
    return this;
  }

  /** Goes to the next link; false after the last one. */
  public boolean next() {
    if (next >= end) {
      return false;
    }
    at = next;
    next = at + HEAD + words[at + HEAD - 1];
    return true;
  }

  public long traceIdHigh() {
    return longAt(at);
  }

  public long traceIdLow() {
    return longAt(at + 2);
  }

  public long spanId() {
    return longAt(at + 4);
  }

  /** The link's attributes; valid until the next call. */
  public AttributeCursor attributes() {
    return attributes.range(words, at + HEAD, words[at + HEAD - 1]);
  }

  private long longAt(int from) {
    return Values.longAt(words, from);
  }
}
