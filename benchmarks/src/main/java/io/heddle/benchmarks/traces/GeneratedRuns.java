package io.heddle.benchmarks.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs of three applications, one started every 50 ms: an agent recorded by Heddle (17 spans in the
 * mean), a shop of five services (17) and an agent in the words of OpenInference (12). The same
 * seed gives the same spans.
 */
final class GeneratedRuns {
  private static final long FIRST_START_NS = 1_793_000_000_000_000_000L;
  private static final long SPACING_NS = 50_000_000;
  private static final int OPEN_RUNS = 64;
  private static final List<Scenario> SCENARIOS =
      List.of(new MailAgent(), new Checkout(), new Research());

  private final SplittableRandom random;
  private long runs;

  GeneratedRuns(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The spans of the next runs, which lie one over the other in time, in order of their ends. */
  List<GeneratedSpan> next() {
    List<GeneratedSpan> spans = new ArrayList<>();
    for (int i = 0; i < OPEN_RUNS; i++) {
      RunSketch run = new RunSketch(random, FIRST_START_NS + runs * SPACING_NS);
      SCENARIOS.get(random.nextInt(SCENARIOS.size())).draw(run);
      spans.addAll(run.spans());
      runs++;
    }
    spans.sort(Comparator.comparingLong(GeneratedSpan::endNs));
    return spans;
  }
}
