package io.heddle.core.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is served first of those that are ready at one instant. They come in the order in which the
 * workflow hands them to its workers, the same in every run. What a single run shows of it is
 * blurred: two that find a worker at nearly the same time may start the other way round. So the
 * order is learnt from all runs, and believed if they nearly always keep it.
 */
final class Line {
  private static final double NEARLY_ALWAYS = 0.9;

  private final Map<Integer, Position> positions = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /** Mean position of a slot among those that were ready when it was. */
  private static final class Position {
    private double sum;
    private int count;

    double mean() {
      return sum / count;
    }
  }

  /**
   * Children of one parent that were ready at one instant.
   *
   * @param members by start
   */
  private record Waiting(Layout layout, Ints members) {
    int slot(int position) {
      return layout.slot[members.get(position)];
    }

    /** Whether clocks leave no doubt that the one at the position started before the next. */
    boolean isClear(int position) {
      long apart = layout.start[members.get(position + 1)] - layout.start[members.get(position)];
      return apart > layout.stray();
    }
  }

  /**
   * Adds what one run shows.
   *
   * @param members children of one parent, by start
   */
  void add(Layout layout, int[] members, Order order) {
    Map<Long, Ints> byReadiness = new LinkedHashMap<>();
    for (int member : members) {
      byReadiness.computeIfAbsent(order.recordedReady(member), unseen -> new Ints()).add(member);
    }
    byReadiness.values().stream()
        .filter(together -> together.size() > 1)
        .forEach(together -> add(new Waiting(layout, together)));
  }

  private void add(Waiting together) {
    waiting.add(together);
    for (int i = 0; i < together.members.size(); i++) {
      Position position = positions.computeIfAbsent(together.slot(i), unseen -> new Position());
      position.sum += i;
      position.count++;
    }
  }

  /** The place of each slot in the line, the first lowest; none where runs do not agree. */
  Map<Integer, Double> learnt() {
    int clear = 0;
    int kept = 0;
    for (Waiting together : waiting) {
      for (int i = 0; i + 1 < together.members.size(); i++) {
        if (together.isClear(i)) {
          clear++;
          kept += mean(together.slot(i)) <= mean(together.slot(i + 1)) ? 1 : 0;
        }
      }
    }
    if (kept < NEARLY_ALWAYS * clear) {
      return Map.of();
    }
    Map<Integer, Double> learnt = new HashMap<>();
    positions.forEach((slot, position) -> learnt.put(slot, position.mean()));
    return learnt;
  }

  private double mean(int slot) {
    Position position = positions.get(slot);
    return position == null ? 0 : position.mean();
  }
}
