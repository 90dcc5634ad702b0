package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatestTest {
  private static final int EXECUTIONS = 1_000;

  @Test
  void kept_areTheTwentyThatStartedLastInAnyOrder() {
    List<Execution> executions = executions();
    List<Double> latest =
        IntStream.range(EXECUTIONS - 20, EXECUTIONS).mapToObj(i -> 1.0 + i % 7).toList();
    for (int seed = 0; seed < 20; seed++) {
      assertThat(of(executions).durationsMs()).isEqualTo(latest);
      Collections.shuffle(executions, new Random(seed));
    }
  }

  @Test
  void parts_mergeToTheWhole() {
    List<Execution> executions = executions();
    Collections.shuffle(executions, new Random(1));
    Latest merged = of(executions.subList(0, 300));
    merged.merge(of(executions.subList(300, EXECUTIONS)));
    assertThat(merged.durationsMs()).isEqualTo(of(executions).durationsMs());
  }

  @Test
  void executionTakenUpTwice_countsOnce() {
    List<Execution> executions = executions();
    Latest twice = of(executions);
    twice.merge(of(executions));
    assertThat(twice.durationsMs()).isEqualTo(of(executions).durationsMs());
  }

  private static Latest of(List<Execution> executions) {
    Latest latest = new Latest();
    executions.forEach(latest::add);
    return latest;
  }

  private static List<Execution> executions() {
    RunSketch sketch = RunSketch.of("mail");
    for (int i = 0; i < EXECUTIONS; i++) {
      sketch.node("step", i, i + 1.0 + i % 7);
    }
    List<Execution> all = sketch.build().executions();
    return new ArrayList<>(all.subList(1, all.size()));
  }
}
