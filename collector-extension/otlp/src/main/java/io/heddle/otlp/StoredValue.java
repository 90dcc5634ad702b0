package io.heddle.otlp;

import java.util.ArrayList;
import java.util.List;

/** An attribute's value with its type, as a table holds it. */
@SuppressWarnings("ArrayRecordComponent") // a view of the table, never compared
record StoredValue(AttributeTable table, int[] words, int at) {
  /** An attribute inside a map. */
  record Entry(String key, StoredValue value) {}

  /** One of the types of {@link Values}. */
  int type() {
    return Values.type(words[at]);
  }

  /** A text as it is, bytes in base64, everything else as JSON. */
  String text() {
    return ValueText.of(table, words, at);
  }

  boolean bool() {
    return words[at + 1] == 1;
  }

  long integer() {
    return Values.longAt(words, at + 1);
  }

  double number() {
    return Double.longBitsToDouble(integer());
  }

  List<StoredValue> elements() {
    List<StoredValue> elements = new ArrayList<>();
    for (int next = at + 1; next < end(); next = elements.get(elements.size() - 1).end()) {
      elements.add(new StoredValue(table, words, next));
    }
    return elements;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int next = at + 1; next < end(); next = entries.get(entries.size() - 1).value.end()) {
      StoredValue value = new StoredValue(table, words, next + 1);
      entries.add(new Entry(table.keys.get(words[next]), value));
    }
    return entries;
  }

  private int end() {
    return at + 1 + Values.length(words[at]);
  }
}
