package io.heddle.otlp;

/** The span being read; its parts may come in any order. Reused from span to span. */
final class SpanWriter {
  final Spans spans;
  final WordBuffer attributes = new WordBuffer();
  final WordBuffer links = new WordBuffer();
  final WordBuffer events = new WordBuffer();

  long traceHigh;
  long traceLow;
  long spanId;
  long parentId;
  long startNs;
  long endNs;
  int name;
  int kind;
  int status;

  /** Whether traces like the span's were left out. */
  boolean sampled;

  private final int emptyName;

  SpanWriter(Spans spans) {
    this.spans = spans;
    emptyName = spans.texts.intern("");
  }

  void clear() {
    attributes.clear();
    links.clear();
    events.clear();
    traceHigh = 0;
    traceLow = 0;
    spanId = 0;
    parentId = 0;
    startNs = 0;
    endNs = 0;
    name = emptyName;
    kind = 0;
    status = 0;
    sampled = false;
  }

  int append() {
    return spans.append(this);
  }

  /** Place of the record: attributes, links and events, each behind its length; 0 when empty. */
  int storeRecord() {
    int length = attributes.size() + links.size() + events.size();
    if (length == 0) {
      return 0;
    }
    int place = spans.words.reserve(length + 3);
    int[] chunk = spans.words.chunk(place);
    int at = copy(attributes, chunk, spans.words.offset(place));
    at = copy(links, chunk, at);
    copy(events, chunk, at);
    return place;
  }

  void addText(WordBuffer target, String key, String value) {
    target.add(spans.keys.intern(key));
    Values.text(target, Values.TEXT, spans.texts.intern(value));
  }

  private static int copy(WordBuffer part, int[] chunk, int at) {
    chunk[at] = part.size();
    part.copyTo(chunk, at + 1);
    return at + 1 + part.size();
  }
}
