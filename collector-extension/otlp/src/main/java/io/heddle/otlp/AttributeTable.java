package io.heddle.otlp;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of spans and of their resources: keys and repeated values stored once. It knows
 * nothing of the spans, so what reads attributes later keeps no span alive. Safe for readers only
 * after the writer has finished.
 */
public final class AttributeTable {
  final Texts keys = new Texts();
  final Texts texts = new Texts();
  final Words words = new Words();

  private int[] resourceRecords = new int[4];

  AttributeTable() {}

  int resourceRecord(int resource) {
    return resourceRecords[resource];
  }

  void setResourceRecord(int resource, int place) {
    if (resource == resourceRecords.length) {
      resourceRecords = Arrays.copyOf(resourceRecords, resource * 2);
    }
    resourceRecords[resource] = place;
  }

  /**
   * The text under a key: the record's own, else its resource's; null without one.
   *
   * @param record of {@link Spans#record}
   * @param resource of {@link Spans#resource}
   */
  public @Nullable String find(int record, int resource, String key) {
    int number = keys.find(key);
    if (number < 0) {
      return null;
    }
    AttributeCursor cursor = new AttributeCursor(this);
    String own = cursor.record(record).find(number);
    return own != null ? own : cursor.resource(resource).find(number);
  }

  /** All texts by key, the record's own before its resource's. */
  public Map<String, String> all(int record, int resource) {
    Map<String, String> all = new TreeMap<>();
    AttributeCursor cursor = new AttributeCursor(this);
    putAll(all, cursor.resource(resource));
    putAll(all, cursor.record(record));
    return all;
  }

  private static void putAll(Map<String, String> all, AttributeCursor cursor) {
    while (cursor.next()) {
      all.put(cursor.key(), cursor.text());
    }
  }
}
