package io.heddle.receiver;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** One counter for each key that was ever counted. Thread-safe. */
final class Tally<K extends Enum<K>> {
  private final Map<K, LongAdder> adders = new ConcurrentHashMap<>();

  void increment(K key) {
    adders.computeIfAbsent(key, first -> new LongAdder()).increment();
  }

  /** In the order of the enum's constants; what was never counted is absent. */
  Map<K, Long> sums() {
    Map<K, Long> sums = new TreeMap<>();
    adders.forEach((key, adder) -> sums.put(key, adder.sum()));
    return sums;
  }
}
