package io.heddle.report.document;

import io.heddle.core.comparison.ComparedWorkflow.Runs;
import io.heddle.core.comparison.Picked;
import java.util.ArrayList;
import java.util.List;

/** Which runs of two groups a comparison passes over, and what that leaves. */
final class LeftOut {
  /** None where all runs are compared, and all of them ended. */
  static List<String> of(Runs runs) {
    List<String> sentences = new ArrayList<>();
    if (runs.base().leftOut() + runs.current().leftOut() > 0) {
      sentences.add(
          "Left out: %s of the base, %s of the current runs."
              .formatted(count(runs.base()), count(runs.current())));
    }
    add(sentences, runs.base(), "base");
    add(sentences, runs.current(), "current");
    return sentences;
  }

  private static String count(Picked picked) {
    return picked.leftOut() == 0
        ? "none"
        : "%s (%s cold, %s without an end)"
            .formatted(
                Units.count(picked.leftOut()),
                Units.count(picked.leftOutCold()),
                Units.count(picked.leftOutUnfinished()));
  }

  private static void add(List<String> sentences, Picked picked, String group) {
    if (picked.unfinished()) {
      sentences.add(
          "Nobody saw one of the %s runs end: their times say how long they were seen."
              .formatted(group));
    }
  }

  private LeftOut() {}
}
