package io.heddle.recorder;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.metrics.Counter;
import io.heddle.recorder.metrics.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Makes metrics of what the recorder counts about itself. */
final class OwnMetrics {
  /** Where records are lost: by ring, so that it is seen whether one is too small or all. */
  static final Instrument.Description DROPPED =
      new Instrument.Description(
          "heddle.agent.dropped",
          "{span}",
          "Executions that found their ring full, and runs that found their queue full.");

  static final String RING = "heddle.agent.ring";
  static final String RUNS = "runs";

  private OwnMetrics() {}

  static List<Instrument> of(Counters counters) {
    List<Instrument> instruments = new ArrayList<>();
    OwnMetric.ALL.forEach(metric -> instruments.add(metric.of(counters)));
    instruments.add(new Counter(DROPPED, () -> dropped(counters)));
    return instruments;
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
