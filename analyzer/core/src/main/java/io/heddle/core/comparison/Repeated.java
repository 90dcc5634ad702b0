package io.heddle.core.comparison;

import io.heddle.core.path.Section;
import io.heddle.core.path.SectionKind;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attempts of one run that failed and were repeated. */
final class Repeated {
  private final List<Execution> executions;
  private final Map<Visit, Integer> lastAttempts = new HashMap<>();

  private record Visit(String service, String node, int visit) {
    static Visit of(Execution execution) {
      return new Visit(execution.service(), execution.node(), execution.visit());
    }
  }

  Repeated(Run run) {
    executions = run.executions();
    for (Execution execution : executions) {
      if (execution.attempt() > 1) {
        lastAttempts.merge(Visit.of(execution), execution.attempt(), Math::max);
      }
    }
  }

  /** What the section is charged to: the attempt, if it lies in one and is no wait for it. */
  Cause cause(Section section) {
    boolean waits = section.kind() == SectionKind.QUEUE || section.kind() == SectionKind.BACKOFF;
    Execution attempt = waits ? null : attempt(section.owner());
    return attempt == null
        ? Cause.of(section)
        : new Cause(attempt.service(), attempt.node(), CauseKind.RETRY, null);
  }

  /** The topmost such attempt that the execution is or lies in; null for none. */
  private @Nullable Execution attempt(Execution execution) {
    Execution found = null;
    int above = lastAttempts.isEmpty() ? -1 : execution.index();
    while (above >= 0) {
      Execution candidate = executions.get(above);
      found = wasRepeated(candidate) ? candidate : found;
      above = candidate.parent();
    }
    return found;
  }

  private boolean wasRepeated(Execution execution) {
    return execution.error() != null
        && execution.attempt() < lastAttempts.getOrDefault(Visit.of(execution), 1);
  }
}
