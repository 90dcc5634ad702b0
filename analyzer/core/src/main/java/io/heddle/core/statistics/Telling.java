package io.heddle.core.statistics;

import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How much a run tells of the time that its workflow takes; the most first. */
public enum Telling {
  /** Finished, and no node was cold. */
  WARM,
  /** Finished. */
  COLD,
  /** Its end was not seen. */
  UNFINISHED;

  public static Telling of(Run run) {
    if (!run.isFinished()) {
      return UNFINISHED;
    }
    return run.hasCold() ? COLD : WARM;
  }

  /** The same for who asks about cold runs too. */
  public static Telling ofColdToo(Run run) {
    return run.isFinished() ? WARM : UNFINISHED;
  }

  /** Those of the runs that tell the most, in their order: the others are left out. */
  public static <T> List<T> most(List<T> runs, Function<? super T, Telling> telling) {
    Map<Telling, List<T>> byTelling = new EnumMap<>(Telling.class);
    for (T run : runs) {
      byTelling.computeIfAbsent(telling.apply(run), none -> new ArrayList<>()).add(run);
    }
    return byTelling.values().stream().findFirst().orElse(List.of());
  }
}
