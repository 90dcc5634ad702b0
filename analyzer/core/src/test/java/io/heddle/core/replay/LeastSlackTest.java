package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeastSlackTest {
  private final LeastSlack least = new LeastSlack(3);

  @Test
  void smallestOfANode_isHandedOver_andNodesWithoutOneAreNot() {
    least.add(0, 5);
    least.add(2, Long.MAX_VALUE);
    least.add(0, 3);
    least.add(0, 4);

    assertThat(drained()).isEqualTo(Map.of(0, 3L, 2, Long.MAX_VALUE));
  }

  @Test
  void nextRun_knowsNothingOfTheOneBefore() {
    least.add(1, 2);
    drained();
    least.add(1, 9);

    assertThat(drained()).isEqualTo(Map.of(1, 9L));
    assertThat(drained()).isEmpty();
  }

  private Map<Integer, Long> drained() {
    Map<Integer, Long> drained = new TreeMap<>();
    least.drain(drained::put);
    return drained;
  }
}
