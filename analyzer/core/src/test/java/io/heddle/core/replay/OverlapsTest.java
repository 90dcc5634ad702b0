package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatIsUnderWayBySlot_givesWhatALookAtEachPairGives(int seed) {
    Crowds crowds = new Crowds(seed);
    Overlaps overlaps = Overlaps.ofQueues(crowds.layouts());
    Set<List<Integer>> expected = pairByPair(crowds.layouts());
    for (int slot = 0; slot < crowds.places().slots(); slot++) {
      for (int other = 0; other < crowds.places().slots(); other++) {
        boolean ever =
            expected.contains(List.of(slot, other)) || expected.contains(List.of(other, slot));
        assertThat(overlaps.ever(slot, other)).as("%d and %d", slot, other).isEqualTo(ever);
      }
    }
  }

  private static Set<List<Integer>> pairByPair(List<Layout> layouts) {
    Set<List<Integer>> sure = new HashSet<>();
    Map<List<Integer>, Integer> doubtful = new HashMap<>();
    Map<Integer, Integer> occurrences = new HashMap<>();
    for (Layout layout : layouts) {
      for (int[] members : layout.groups) {
        for (int position = 0; position < members.length; position++) {
          int second = members[position];
          occurrences.merge(layout.slot[second], 1, Integer::sum);
          for (int first : lastOfSlots(layout, members, position)) {
            List<Integer> pair = pair(layout, first, second);
            if (layout.wasReadyBefore(first, second)) {
              sure.add(pair);
            } else if (layout.end[first] > layout.ready[second] + layout.tolerance) {
              doubtful.merge(pair, 1, Integer::sum);
            }
          }
        }
      }
    }
    doubtful.forEach((pair, count) -> {
      if (2 * count > Math.min(occurrences.get(pair.get(0)), occurrences.get(pair.get(1)))) {
        sure.add(pair);
      }
    });
    return sure;
  }

  private static int[] lastOfSlots(Layout layout, int[] members, int before) {
    Map<Integer, Integer> last = new HashMap<>();
    for (int position = 0; position < before; position++) {
      int member = members[position];
      last.merge(
          layout.slot[member],
          member,
          (one, other) -> layout.end[one] >= layout.end[other] ? one : other);
    }
    return last.values().stream().mapToInt(it -> it).toArray();
  }

  private static List<Integer> pair(Layout layout, int first, int second) {
    int[] slots = {layout.slot[first], layout.slot[second]};
    Arrays.sort(slots);
    return List.of(slots[0], slots[1]);
  }
}
