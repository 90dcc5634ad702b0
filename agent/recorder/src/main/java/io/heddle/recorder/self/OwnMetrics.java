package io.heddle.recorder.self;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.metrics.Counter;
import io.heddle.recorder.metrics.Gauge;
import io.heddle.recorder.metrics.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes metrics of what the recorder counts about itself. */
public final class OwnMetrics {
  /** Where records are lost: by ring, so that it is seen whether one is too small or all. */
  static final Instrument.Description DROPPED =
      new Instrument.Description(
          "heddle.agent.dropped",
          "{span}",
          "Executions that found their ring full, and runs that found their queue full; also those in whose reading the agent's thread was stopped.");

  private static final Instrument.Description LAST_EXPORT =
      new Instrument.Description(
          "heddle.agent.last_export", "s", "When the collector last took spans, since 1970.");

  public static final String RING = "heddle.agent.ring";
  static final String RUNS = "runs";

  private OwnMetrics() {}

  public static List<Instrument> of(Counters counters) {
    List<Instrument> instruments = new ArrayList<>();
    OwnMetric.ALL.forEach(metric -> instruments.add(metric.of(counters)));
    instruments.add(new Counter(DROPPED, () -> dropped(counters)));
    instruments.add(new Gauge(LAST_EXPORT, () -> lastExport(counters)));
    return instruments;
  }

  private static OptionalLong lastExport(Counters counters) {
    LastExport last = counters.lastExport();
    return last.at() == null ? OptionalLong.empty() : OptionalLong.of(last.epochSeconds());
  }

  /** One number for all that never dropped would hide which one did; those of 0 are left out. */
  private static List<Counter.Reading> dropped(Counters counters) {
    List<Counter.Reading> readings = new ArrayList<>();
    long[] byRing = counters.droppedByRing();
    for (int i = 0; i < byRing.length; i++) {
      if (byRing[i] > 0) {
        readings.add(reading(Integer.toString(i), byRing[i]));
      }
    }
    readings.add(reading(RUNS, counters.droppedRuns()));
    return readings;
  }

  private static Counter.Reading reading(String ring, long dropped) {
    return new Counter.Reading(List.of(new Attribute(RING, ring)), dropped);
  }
}
