package io.heddle.otlp;

import java.io.IOException;

/** Spans of one resource that stand next to each other in a table. */
record Stretches(Spans spans) {
  /** Takes the spans {@code [from, to)}, which share a resource. */
  @FunctionalInterface
  interface Stretch {
    void write(int from, int to) throws IOException;
  }

  void each(Stretch stretch) throws IOException {
    int from = 0;
    while (from < spans.size()) {
      int to = from + 1;
      while (to < spans.size() && spans.resource(to) == spans.resource(from)) {
        to++;
      }
      stretch.write(from, to);
      from = to;
    }
  }

  /** Whether an attribute of a stored resource tells of the scope, which stands there too. */
  static boolean isOfScope(AttributeCursor attribute) {
    boolean named =
        attribute.key().equals(Origin.SCOPE_NAME) || attribute.key().equals(Origin.SCOPE_VERSION);
    return named && attribute.value().type() == Values.TEXT;
  }

  /** The field of a scope that such an attribute stands for. */
  static boolean isName(AttributeCursor attribute) {
    return attribute.key().equals(Origin.SCOPE_NAME);
  }
}
