package io.heddle.core.outcome;

import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Saving;
import io.heddle.core.replay.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Outcomes of promises that were kept to a known degree. */
final class Past {
  private Past() {}

  /** One outcome; both intervals reach as far as given, in shares of the promise. */
  static Outcome outcome(int number, String rule, double savedMs, double ratio, double reach) {
    Interval said = new Interval(savedMs * (1 - reach), savedMs * (1 + reach));
    double happened = savedMs * ratio;
    Interval measured = new Interval(happened - savedMs * reach, happened + savedMs * reach);
    return new Outcome(
        promise(rule + "-" + number, rule, savedMs, said),
        new Applied("v1", "v2", number, 100, 100),
        new Realised(happened, happened, measured, true),
        List.of());
  }

  static Promise promise(String id, String rule, double savedMs, Interval said) {
    return new Promise(
        new Matter(id, rule, "shop", "w" + id.hashCode() % 7, List.of("a")),
        "langgraph4j",
        new Saving(savedMs, 20, said, null));
  }

  /**
   * Outcomes of one rule whose promises are too large or small by the same factor.
   *
   * @param luck standard deviation of promise and of measurement, in shares of the truth; the
   *     intervals account for it
   */
  static List<Outcome> outcomes(int count, double bias, double luck, Random random) {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double said = 1 + luck * random.nextGaussian();
      double happened = bias + luck * random.nextGaussian();
      double savedMs = (10 + 90 * random.nextDouble()) * said;
      all.add(outcome(i, "parallel", savedMs, happened / said, Ratios.Z * luck / said));
    }
    return all;
  }
}
