package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * From where in a workflow an execution is called: one name, such as that of a model call, may
 * stand for different work at different places.
 *
 * @param callers names of what it runs below, the nearest first, without the root; a name that
 *     follows itself counts once
 */
public record CallSite(List<String> callers) {
  public CallSite {
    callers = List.copyOf(callers);
  }

  public static CallSite of(Run run, Execution execution) {
    List<String> callers = new ArrayList<>();
    String last = "";
    for (int above = execution.parent(); above >= 0; ) {
      Execution caller = run.executions().get(above);
      if (caller.parent() >= 0 && !caller.node().equals(last)) {
        last = caller.node();
        callers.add(last);
      }
      above = caller.parent();
    }
    return new CallSite(callers);
  }
}
