package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import java.util.Arrays;

/**
 * What tells the shapes of spans apart, read from one span after the other: the resource, what the
 * span's name says, the keys that mean something and the rows each of them satisfies, and the
 * values of which few occur.
 */
final class Signature {
  private static final int MIX = 0x9E3779B1;

  private final AttributeCursor attributes;
  private final Values values;
  private final Row[][] rowsOfKeys;
  private final boolean[] tellsApart;
  private int[] words = new int[64];
  private int size;
  private int[] positions = new int[16];
  private int count;

  /** A signature that equals those of spans of the same shape. */
  @SuppressWarnings("ArrayRecordComponent") // compared by the table of shapes alone
  record Key(int[] words, int hash) {}

  /** Signatures of the spans before whose attributes the cursor is put. */
  Signature(AttributeCursor attributes, Row[][] rowsOfKeys) {
    this.attributes = attributes;
    this.rowsOfKeys = rowsOfKeys;
    values = new Values(attributes);
    tellsApart = new boolean[rowsOfKeys.length];
    for (int key = 0; key < tellsApart.length; key++) {
      tellsApart[key] = Arrays.stream(rowsOfKeys[key]).anyMatch(Row::tellsApart);
    }
  }

  /** Reads the attributes that the cursor stands before. */
  void read(int resource, int pattern, long startNs) {
    size = 0;
    add(resource);
    add(pattern);
    count = 0;
    while (attributes.next()) {
      Row[] rows = rowsOfKeys[attributes.keyNumber()];
      if (rows.length > 0) {
        locate();
        add(attributes.keyNumber());
        add(satisfied(rows, startNs));
        if (tellsApart[attributes.keyNumber()]) {
          addValue();
        }
      }
    }
  }

  /** Reads only where the attributes stand that mean something. */
  void readPlaces() {
    count = 0;
    while (attributes.next()) {
      if (rowsOfKeys[attributes.keyNumber()].length > 0) {
        locate();
      }
    }
  }

  /** Where an attribute stands, by its place among those that mean something. */
  int position(int place) {
    return positions[place];
  }

  /** The place of the attribute that stands there. */
  int place(int position) {
    return Arrays.binarySearch(positions, 0, count, position);
  }

  int hash() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = (hash ^ words[i]) * MIX;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  boolean matches(int[] others) {
    return Arrays.equals(words, 0, size, others, 0, others.length);
  }

  Key key() {
    return new Key(Arrays.copyOf(words, size), hash());
  }

  /** The rows that find a value, a bit each. */
  private int satisfied(Row[] rows, long startNs) {
    int satisfied = 0;
    for (int i = 0; i < rows.length; i++) {
      satisfied |= values.isThere(rows[i], startNs) ? 1 << i : 0;
    }
    return satisfied;
  }

  private void locate() {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, count * 2);
    }
    positions[count++] = attributes.position();
  }

  private void addValue() {
    for (int i = 0; i < attributes.words(); i++) {
      add(attributes.word(i));
    }
  }

  private void add(int word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = word;
  }
}
