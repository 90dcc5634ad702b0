package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two groups of runs of any shape: overlaps, gaps, waits, failures, nodes that come and go. */
class ComparisonPropertyTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void causes_sumToTheChange_inWhateverOrderTheRunsAreGiven(int seed) {
    Random random = new Random(seed);
    List<Run> base = runs(random, "base");
    List<Run> current = runs(random, "current");
    Comparison comparison = compare(base, current);
    ComparedWorkflow workflow = comparison.workflows().get(0);

    double sum = workflow.causes().stream().mapToDouble(it -> it.delta().meanMs()).sum();
    assertThat(sum).isCloseTo(workflow.delta().meanMs(), within(1e-9));

    Collections.shuffle(base, random);
    Collections.shuffle(current, random);
    assertThat(compare(base, current)).isEqualTo(comparison);
  }

  private static Comparison compare(List<Run> base, List<Run> current) {
    return Comparison.of(base, current, Overlap.TOLERANT, Thresholds.DEFAULTS);
  }

  private static List<Run> runs(Random random, String group) {
    List<Run> runs = new ArrayList<>();
    for (int i = 20 + random.nextInt(20); i > 0; i--) {
      RunSketch sketch =
          RunSketch.of("w").id(group + i).startingAt((runs.size() + random.nextInt(2)) * 1_000.0);
      for (int node = random.nextInt(7); node >= 0; node--) {
        execution(sketch, random, "n" + random.nextInt(4));
      }
      runs.add(sketch.build());
    }
    return runs;
  }

  private static void execution(RunSketch sketch, Random random, String node) {
    double start = random.nextInt(100);
    sketch.node(node, start, start + random.nextInt(60));
    if (random.nextInt(4) == 0) {
      sketch.waited(start * random.nextDouble());
    }
    if (random.nextInt(5) == 0) {
      sketch.error("timeout");
    }
  }
}
