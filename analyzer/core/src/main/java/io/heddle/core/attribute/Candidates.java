package io.heddle.core.attribute;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values of one attribute that may explain something, with the items that have each.
 *
 * @param nested whether the values are thresholds, of which an item may reach several
 */
record Candidates(String attribute, Map<String, BitSet> byValue, boolean nested) {
  /** How the items are called that have nothing of that name. */
  static final String UNSET = "(not set)";

  /**
   * Figures that a duration is measured by or made of explain nothing: the longer an answer becomes
   * the longer it takes.
   */
  private static final Pattern RESTATES =
      Pattern.compile(
          "heddle\\..*|.*(duration|elapsed|latency|time_to_first).*|.*[._](ns|ms|millis|seconds)"
              + "|.*(usage|token_count|cost).*|(gen_ai|llm)\\.response\\.\\w+_tokens");

  /**
   * By attribute, in alphabetical order.
   *
   * @param absenceTells whether having none of that name may explain something
   */
  static List<Candidates> of(List<Attributes> items, boolean absenceTells) {
    Map<String, Values> names = new HashMap<>();
    for (int item = 0; item < items.size(); item++) {
      int position = item;
      items
          .get(item)
          .forEach(entry ->
              names
                  .computeIfAbsent(entry.getKey(), name -> values(name, items.size()))
                  .add(position, entry));
    }
    return new TreeMap<>(names)
        .entrySet().stream()
            .flatMap(it -> it.getValue().candidates(it.getKey(), absenceTells).stream())
            .toList();
  }

  private static Values values(String name, int items) {
    return RESTATES.matcher(name).matches() ? Values.IGNORED : new Values(items);
  }

  BitSet having(String value) {
    return Objects.requireNonNull(byValue.get(value), value);
  }

  static int both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }
}
