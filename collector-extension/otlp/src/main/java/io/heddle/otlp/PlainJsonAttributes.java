package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Attributes as exporters write them in OTLP/JSON: the key, then one text, whole number, truth
 * value or list of these.
 */
final class PlainJsonAttributes {
  private static final byte[] TRUE = "true".getBytes(UTF_8);
  private static final byte[] FALSE = "false".getBytes(UTF_8);
  private static final int DEPTH_LIMIT = 8;

  private final PlainJson in;
  private final Spans spans;
  private final Guesses guesses = new Guesses();
  private final Repeats repeats = new Repeats();
  private final int emptyText;
  private int depth;

  PlainJsonAttributes(PlainJson in, Spans spans) {
    this.in = in;
    this.spans = spans;
    emptyText = spans.texts.intern("");
  }

  /** Takes an array of attributes. */
  void list(WordBuffer target) {
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      attribute(target);
    }
  }

  /** Takes an array of attributes of the span, whose name is known if it came before. */
  void ofSpan(SpanWriter span) {
    repeats.start(span.name);
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      if (!in.takeKnown(repeats, span.attributes)) {
        newAttribute(span.attributes);
      }
    }
  }

  /** Takes a string, which becomes the attribute with this key. */
  void named(String key, WordBuffer target) {
    int text = string();
    target.add(spans.keys.intern(key), Values.TEXT_HEADER, text);
  }

  /** Takes a string; its number among the texts. */
  int string() {
    return in.string() ? spans.texts.intern(in.text(), in.textFrom(), in.textLength()) : emptyText;
  }

  /** Makes room for the head of an event; returns where it begins. */
  int startEvent(WordBuffer target) {
    int start = target.size();
    target.addLong(0);
    target.add(emptyText);
    target.add(0);
    return start;
  }

  /** Makes room for the head of a link; returns where it begins. */
  int startLink(WordBuffer target) {
    int start = target.size();
    for (int i = 0; i < 7; i++) {
      target.add(0);
    }
    return start;
  }

  private void newAttribute(WordBuffer target) {
    int first = target.size();
    in.peek();
    int from = in.position();
    attribute(target);
    if (in.isPlain()) {
      repeats.learn(in.bytes(), from, in.position(), target, first);
    }
  }

  private void attribute(WordBuffer target) {
    if (in.take('{') && in.name() && Name.of(in) == Name.KEY && in.string()) {
      int key = spans.keys.intern(in.text(), in.textFrom(), in.textLength(), guesses.key());
      guesses.keyIs(key);
      target.add(key);
      if (in.take(',') && in.name() && Name.of(in) == Name.VALUE && value(target)) {
        in.take('}');
        return;
      }
    }
    in.giveUp();
  }

  private boolean value(WordBuffer target) {
    if (!in.take('{') || !in.name()) {
      return false;
    }
    switch (Name.of(in)) {
      case STRING_VALUE -> text(target);
      case INT_VALUE -> Values.integer(target, in.number());
      case DOUBLE_VALUE -> Values.number(target, in.decimal());
      case BOOL_VALUE -> Values.bool(target, isTrue());
      case ARRAY_VALUE -> array(target);
      default -> in.giveUp();
    }
    return in.take('}');
  }

  private void text(WordBuffer target) {
    if (in.string()) {
      int text = guesses.text(spans.texts, in.text(), in.textFrom(), in.textLength());
      Values.text(target, Values.TEXT, text);
    }
  }

  private boolean isTrue() {
    boolean isTrue = in.peek() == 't';
    in.word(isTrue ? TRUE : FALSE);
    return isTrue;
  }

  private void array(WordBuffer target) {
    int mark = Values.open(target, Values.LIST);
    if (++depth > DEPTH_LIMIT || !in.take('{') || !in.name() || Name.of(in) != Name.VALUES) {
      in.giveUp();
    }
    in.take('[');
    for (boolean first = true; in.hasNext(first, ']'); first = false) {
      value(target);
    }
    in.take('}');
    depth--;
    Values.close(target, mark, Values.LIST);
  }
}
