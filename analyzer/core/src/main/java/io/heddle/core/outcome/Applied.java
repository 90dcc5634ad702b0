package io.heddle.core.outcome;

import io.heddle.runs.Run;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a recommendation was followed, as the runs before and after tell.
 *
 * @param baseVersion the last version before; null when runs carry none
 * @param currentVersion the first version after; null when runs carry none
 * @param sinceNs start of the first run after, since the epoch
 * @param baseRuns how many runs before were compared
 * @param currentRuns how many after
 */
public record Applied(
    @Nullable String baseVersion,
    @Nullable String currentVersion,
    long sinceNs,
    int baseRuns,
    int currentRuns) {
  private static final Comparator<Run> BY_START =
      Comparator.<Run>comparingLong(run -> run.root().startNs()).thenComparing(Run::traceId);

  static Applied between(List<Run> base, List<Run> current, int baseRuns, int currentRuns) {
    Run first = current.stream().min(BY_START).orElseThrow();
    Run last = base.stream().max(BY_START).orElseThrow();
    return new Applied(
        version(last), version(first), first.root().startNs(), baseRuns, currentRuns);
  }

  private static @Nullable String version(Run run) {
    String deployed = run.root().attributes().get("service.version");
    return deployed == null ? run.workflow().version() : deployed;
  }
}
