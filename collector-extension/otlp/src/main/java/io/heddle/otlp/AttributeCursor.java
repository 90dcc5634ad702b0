package io.heddle.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the attributes of one span, resource, link or event after the other without
 * allocating; reused by one thread.
 */
public final class AttributeCursor {
  private final AttributeTable table;
  private int[] words = new int[0];
  private int next;
  private int end;
  private int key;
  private int value;

  AttributeCursor(AttributeTable table) {
    this.table = table;
  }

  /** Goes before the first attribute of a span, by its {@link Spans#record}. */
  public AttributeCursor record(int place) {
    int[] chunk = table.words.chunk(place);
    int at = table.words.offset(place);
    return range(chunk, at + 1, chunk[at]);
  }

  /** Goes before the first attribute of a resource and its scope. */
  public AttributeCursor resource(int resource) {
    return record(table.resourceRecord(resource));
  }

  AttributeCursor range(int[] chunk, int from, int length) {
    words = chunk;
    next = from;
    end = from + length;
    return this;
  }

  /** Goes to the next attribute; false after the last one. */
  public boolean next() {
    if (next >= end) {
      return false;
    }
    key = words[next];
    value = next + 1;
    next = after(value);
    return true;
  }

  public int keyNumber() {
    return key;
  }

  /** Where the current attribute stands, for {@link #goTo} with the same record. */
  public int position() {
    return value - 1;
  }

  /** Goes back to an attribute of the record. */
  public AttributeCursor goTo(int position) {
    next = position;
    next();
    return this;
  }

  /** How many words the value takes. */
  public int words() {
    return next - value;
  }

  /** A word of the value; equal values have equal ones, but for texts of more than 256 bytes. */
  public int word(int index) {
    return words[value + index];
  }

  /** Whether {@link #number} has one. */
  public boolean isNumber() {
    return switch (Values.type(words[value])) {
      case Values.LONG -> true;
      case Values.DOUBLE, Values.TEXT -> number() != null;
      default -> false;
    };
  }

  public String key() {
    return table.keys.get(key);
  }

  /** The current key with its text, which stays readable when the cursor has moved on. */
  Map.Entry<String, String> entry() {
    return new StoredEntry(table, words, value, key());
  }

  StoredValue value() {
    return new StoredValue(table, words, value);
  }

  /** The value as text; lists and maps as JSON. */
  public String text() {
    return ValueText.of(table, words, value);
  }

  /** The digest of {@link #text}. */
  public Digest digest() {
    return Values.type(words[value]) == Values.TEXT
        ? table.texts.digest(words[value + 1])
        : Digest.of(text());
  }

  /** The value as a whole number, null when it is none. */
  public @Nullable Long number() {
    return switch (Values.type(words[value])) {
      case Values.LONG -> longAt(value + 1);
      case Values.DOUBLE -> whole(Double.longBitsToDouble(longAt(value + 1)));
      case Values.TEXT -> parse(table.texts.get(words[value + 1]));
      default -> null;
    };
  }

  /** The elements of a list as texts; of any other value a list of its text. */
  public List<String> list() {
    if (Values.type(words[value]) != Values.LIST) {
      return List.of(text());
    }
    List<String> elements = new ArrayList<>();
    for (int at = value + 1; at < after(value); at = after(at)) {
      elements.add(ValueText.of(table, words, at));
    }
    return elements;
  }

  /** Text of the last attribute with this key, as later ones win; null without one. */
  public @Nullable String find(int keyNumber) {
    String found = null;
    while (next()) {
      if (key == keyNumber) {
        found = text();
      }
    }
    return found;
  }

  private int after(int valueAt) {
    return valueAt + 1 + Values.length(words[valueAt]);
  }

  private long longAt(int at) {
    return Values.longAt(words, at);
  }

  /** Neither NaN nor what is too large for a number says anything. */
  private static @Nullable Long whole(double number) {
    return Math.abs(number) < Long.MAX_VALUE ? Long.valueOf((long) number) : null;
  }

  private static @Nullable Long parse(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException notWhole) {
      return null;
    }
  }
}
