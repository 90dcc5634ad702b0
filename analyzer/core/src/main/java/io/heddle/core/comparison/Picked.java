package io.heddle.core.comparison;

import io.heddle.core.statistics.Telling;
import io.heddle.runs.Run;
import java.util.List;

/**
 * Which runs of a group are compared.
 *
 * @param compared how many
 * @param leftOutCold how many were left out because an execution was cold
 * @param leftOutUnfinished how many were left out because nobody saw their end
 * @param unfinished whether nobody saw the end of those compared either, so that their times say
 *     only how long they were seen
 */
public record Picked(int compared, int leftOutCold, int leftOutUnfinished, boolean unfinished) {
  static Picked of(List<Run> compared, List<Run> all) {
    int left = all.size() - compared.size();
    boolean unfinished = Telling.of(compared.get(0)) == Telling.UNFINISHED;
    int withoutEnd = unfinished ? 0 : (int) all.stream().filter(it -> !it.isFinished()).count();
    return new Picked(compared.size(), left - withoutEnd, withoutEnd, unfinished);
  }

  /** How many runs were left out for any reason. */
  public int leftOut() {
    return leftOutCold + leftOutUnfinished;
  }
}
