package io.heddle.core.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the items have under one name. Nothing more is read once it shows that the attribute
 * explains nothing. Not thread-safe.
 */
final class Values {
  /** Explains nothing, whatever the values are. */
  static final Values IGNORED = new Values(0);

  /** The most frequent values are tried, so many at most. */
  private static final int TRIED = 50;

  /** Of so many values one must have come often, or they name single items or measure something. */
  private static final int MANY = 200;

  private static final int OFTEN = 5;

  private final int items;
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** By item the place of its value among the texts, from 1; 0 when it has none. */
  private final int[] codeOf;

  /** By the same place. */
  private int[] counts = new int[8];

  private int highest;
  private @Nullable Numbers numbers;
  private boolean ignored;
  private int latest = -1;

  /**
   * @param items how many there are; they come one after the other
   */
  Values(int items) {
    this.items = items;
    codeOf = new int[items];
    ignored = items == 0;
  }

  /** Takes up the value of an item, unless that has one already. */
  void add(int item, Map.Entry<String, String> value) {
    if (ignored || latest == item) {
      return;
    }
    latest = item;
    if (numbers != null) {
      ignored = !numbers.set(item, value.getValue());
      return;
    }
    int code = codes.computeIfAbsent(value.getValue(), this::coded);
    codeOf[item] = code;
    highest = Math.max(highest, ++counts[code]);
    if (texts.size() >= MANY && highest < OFTEN) {
      numbers = numbers();
      ignored = numbers == null;
    }
  }

  private int coded(String text) {
    texts.add(text);
    if (texts.size() == counts.length) {
      counts = Arrays.copyOf(counts, 2 * texts.size());
    }
    return texts.size();
  }

  /** Null unless every value is a number. */
  private @Nullable Numbers numbers() {
    Numbers all = new Numbers(items);
    for (int item = 0; item < items; item++) {
      if (codeOf[item] > 0 && !all.set(item, texts.get(codeOf[item] - 1))) {
        return null;
      }
    }
    return all;
  }

  /** None when the values explain nothing. */
  List<Candidates> candidates(String name, boolean absenceTells) {
    List<Candidates> candidates = new ArrayList<>();
    if (!ignored) {
      Numbers measured = numbers == null && texts.size() > TRIED ? numbers() : numbers;
      if (measured != null) {
        candidates.add(new Candidates(name, measured.thresholds(), true));
      }
      if (numbers == null) {
        candidates.add(new Candidates(name, frequent(absenceTells), false));
      }
    }
    return candidates;
  }

  /** The items with each of the most frequent values, and those with none where that tells. */
  private Map<String, BitSet> frequent(boolean absenceTells) {
    Map<Integer, BitSet> having = new HashMap<>();
    Map<String, BitSet> byValue = new TreeMap<>();
    IntStream.rangeClosed(1, texts.size())
        .filter(code -> texts.size() <= TRIED || counts[code] >= OFTEN)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(code -> -counts[code])
                .thenComparing(code -> texts.get(code - 1)))
        .limit(TRIED)
        .forEach(code -> byValue.put(texts.get(code - 1), bits(having, code)));
    if (absenceTells) {
      byValue.putIfAbsent(Candidates.UNSET, bits(having, 0));
    }
    for (int item = 0; item < items; item++) {
      BitSet same = having.get(codeOf[item]);
      if (same != null) {
        same.set(item);
      }
    }
    byValue.values().removeIf(BitSet::isEmpty);
    return byValue;
  }

  private static BitSet bits(Map<Integer, BitSet> having, int code) {
    return having.computeIfAbsent(code, unseen -> new BitSet());
  }
}
