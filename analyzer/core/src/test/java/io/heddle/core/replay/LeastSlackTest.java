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
  void nodeExecutedTwiceInARun_isToldApart() {
    least.add(0, 5);
    least.add(1, 5);
    least.add(1, 7);

    Map<Integer, Boolean> repeated = new TreeMap<>();
    least.drain((node, ns, many) -> repeated.put(node, many));
    assertThat(repeated).isEqualTo(Map.of(0, false, 1, true));
    least.add(1, 5);
    least.drain((node, ns, many) -> repeated.put(node, many));
    assertThat(repeated.get(1)).isFalse();
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
    least.drain((node, ns, many) -> drained.put(node, ns));
    return drained;
  }
}
