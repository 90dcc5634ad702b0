package io.heddle.recorder.metrics;

import io.heddle.recorder.export.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Numbers that only grow and are kept elsewhere: they are asked for when they are sent. */
public final class Counter implements Instrument {
  private final Description description;
  private final Supplier<List<Reading>> readings;
  private final Map<List<Attribute>, Long> told = new HashMap<>();

  /** One number of this moment, since the begin of the process. */
  public record Reading(List<Attribute> attributes, long value) {}

  public Counter(Description description, Supplier<List<Reading>> readings) {
    this.description = description;
    this.readings = readings;
  }

  @Override
  public Description description() {
    return description;
  }

  /** What each counts now. */
  public List<Reading> total() {
    return readings.get();
  }

  /** What has come to each since this was asked last. */
  public List<Reading> increase() {
    return readings.get().stream().map(this::increase).toList();
  }

  private Reading increase(Reading now) {
    Long before = told.put(now.attributes(), now.value());
    return new Reading(now.attributes(), now.value() - (before == null ? 0 : before));
  }
}
