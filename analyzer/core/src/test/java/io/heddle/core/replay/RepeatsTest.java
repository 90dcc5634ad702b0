package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  @Test
  void runThatTakesAnInputFirst_fillsTheCacheForOthers() {
    assertThat(filling(null, List.of(7L), List.of(8L), List.of(7L), List.of(7L), List.of(9L)))
        .isEqualTo(BitSet.valueOf(new long[] {0b00001}));
  }

  @Test
  void answersWithinTheRun_fillNothingForOthers() {
    assertThat(filling(null, List.of(7L, 7L), List.of(8L, 9L), List.of(9L)))
        .isEqualTo(BitSet.valueOf(new long[] {0b010}));
  }

  @Test
  void answersThatWentStale_filledNothing() {
    assertThat(filling(Duration.ofSeconds(5), List.of(7L), List.of(7L))).isEqualTo(new BitSet());
    assertThat(filling(Duration.ofSeconds(50), List.of(7L), List.of(7L)).cardinality()).isOne();
  }

  /** Of runs ten seconds apart whose executions take these inputs. */
  @SafeVarargs
  private static BitSet filling(@Nullable Duration ttl, List<Long>... inputs) {
    List<Run> runs = new ArrayList<>();
    for (List<Long> ofRun : inputs) {
      RunSketch sketch =
          RunSketch.of("mail").id("run-" + runs.size()).startingAt(runs.size() * 10_000.0);
      double at = 0;
      for (long input : ofRun) {
        sketch.node("ask", at, at + 10).classes(input, input);
        at += 10;
      }
      runs.add(sketch.build());
    }
    return Repeats.of(runs, Change.Cache.ideal("ask")).filling(ttl);
  }
}
