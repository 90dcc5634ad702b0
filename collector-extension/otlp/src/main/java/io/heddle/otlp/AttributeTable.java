package io.heddle.otlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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

  /**
   * Each key once with its text, which is read only when asked for; the record's own in place of
   * its resource's.
   */
  public List<Map.Entry<String, String>> all(int record, int resource) {
    List<Map.Entry<String, String>> found = new ArrayList<>();
    BitSet seen = new BitSet(keys.size());
    AttributeCursor cursor = new AttributeCursor(this);
    addAll(found, seen, cursor.record(record));
    addAll(found, seen, cursor.resource(resource));
    return found;
  }

  /** The keys alone, each once. */
  public List<String> keys(int record, int resource) {
    List<String> found = new ArrayList<>();
    BitSet seen = new BitSet(keys.size());
    AttributeCursor cursor = new AttributeCursor(this);
    addKeys(found, seen, cursor.record(record));
    addKeys(found, seen, cursor.resource(resource));
    return found;
  }

  /** Of one key the last counts, unless an earlier record has it. */
  private static void addAll(
      List<Map.Entry<String, String>> found, BitSet seen, AttributeCursor cursor) {
    List<Map.Entry<String, String>> added = found.subList(found.size(), found.size());
    while (cursor.next()) {
      if (seen.get(cursor.keyNumber())) {
        replace(added, cursor);
      } else {
        seen.set(cursor.keyNumber());
        added.add(cursor.entry());
      }
    }
  }

  private static void replace(List<Map.Entry<String, String>> added, AttributeCursor cursor) {
    added.replaceAll(old -> old.getKey().equals(cursor.key()) ? cursor.entry() : old);
  }

  private static void addKeys(List<String> found, BitSet seen, AttributeCursor cursor) {
    while (cursor.next()) {
      if (!seen.get(cursor.keyNumber())) {
        seen.set(cursor.keyNumber());
        found.add(cursor.key());
      }
    }
  }
}
