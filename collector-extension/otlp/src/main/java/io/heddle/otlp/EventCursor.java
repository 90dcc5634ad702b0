package io.heddle.otlp;

/** Walks over the events of one span after the other without allocating; reused by one thread. */
public final class EventCursor {
  private static final int HEAD = 4;

  private final Spans spans;
  private final AttributeCursor attributes;
  private int[] words = new int[0];
  private int at;
  private int next;
  private int end;

  EventCursor(Spans spans) {
    this.spans = spans;
    attributes = new AttributeCursor(spans.table);
  }

  /** Goes before the first event of a span. */
  public EventCursor span(int span) {
    int place = spans.record(span);
    words = spans.words.chunk(place);
    int offset = spans.words.offset(place);
    int links = offset + 1 + words[offset];
    int events = place == 0 ? links : links + 1 + words[links];
    next = events + 1;
    end = place == 0 ? next : next + words[events];
    return this;
  }

  /** Goes to the next event; false after the last one. */
  public boolean next() {
    if (next >= end) {
      return false;
    }
    at = next;
    next = at + HEAD + words[at + HEAD - 1];
    return true;
  }

  /** Nanoseconds since the epoch. */
  public long timeNs() {
    return Values.longAt(words, at);
  }

  public String name() {
    return spans.texts.get(words[at + 2]);
  }

  /** The event's attributes; valid until the next call. */
  public AttributeCursor attributes() {
    return attributes.range(words, at + HEAD, words[at + HEAD - 1]);
  }
}
