package io.heddle.core.outcome;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A workflow with two look-ups of 40 and 25 ms that need nothing of each other. */
final class LookUps {
  static final Setting BEFORE = new Setting(false, 30, 0.5, 1_000);
  static final Setting AFTER = new Setting(true, 30, 0.5, 1_000);

  /** What differs from one group of runs to the other. */
  record Setting(boolean parallel, double draftMs, double branchShare, long tokens) {}

  private LookUps() {}

  static List<Run> runs(int count, Setting setting, int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> run(i, setting, seed, random)).toList();
  }

  private static Run run(int number, Setting setting, int seed, Random random) {
    double a = 20 * luck(random);
    double b = a + 40 * luck(random);
    double from = setting.parallel ? a : b;
    double c = from + 25 * luck(random);
    double joined = Math.max(b, c);
    double draft = joined + setting.draftMs * luck(random);
    RunSketch sketch =
        RunSketch.of("w")
            .id(seed + "-" + number)
            .version(setting.parallel ? "v2" : "v1")
            .startingAt(number * 1_000 + (setting.parallel ? 1e6 : 0))
            .node("a", 0, a)
            .reads("mail")
            .writes("id")
            .node("b", a, b)
            .reads("id")
            .writes("b")
            .after("a")
            .node("c", from, c)
            .reads("id")
            .writes("c")
            .after(setting.parallel ? "a" : "b")
            .node("draft", joined, draft)
            .reads("b", "c")
            .writes("text")
            .after("b", "c")
            .tokens("m", Math.round(setting.tokens * luck(random)), 10);
    if (random.nextDouble() < setting.branchShare) {
      sketch.node("check", draft, draft + 4 * luck(random)).after("draft");
    }
    return sketch.build();
  }

  private static double luck(Random random) {
    return Math.exp(0.1 * random.nextGaussian());
  }
}
