package io.heddle.report.document;

import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.CauseKind;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What looks like a change of a service, and is more likely one of its clock. */
final class MovedClocks {
  /** Of the larger part, that both may differ by. */
  private static final double ALIKE = 0.25;

  /**
   * Time on the path in and on the way to one service.
   *
   * @param wayMs waiting for it, change a run
   * @param workMs its own work, change a run
   */
  private record Shift(double wayMs, double workMs) {
    static final Shift NONE = new Shift(0, 0);

    Shift plus(boolean way, double ms) {
      return way ? new Shift(wayMs + ms, workMs) : new Shift(wayMs, workMs + ms);
    }

    boolean cancels() {
      double larger = Math.max(Math.abs(wayMs), Math.abs(workMs));
      return wayMs * workMs < 0 && Math.abs(wayMs + workMs) <= ALIKE * larger;
    }
  }

  private MovedClocks() {}

  /** One sentence a service whose way and work changed by as much in opposite directions. */
  static List<String> in(List<CauseDelta> causes) {
    Map<String, Shift> services = new TreeMap<>();
    for (CauseDelta charged : causes) {
      Cause cause = charged.cause();
      boolean way = cause.callee() != null;
      if (charged.delta().significant() && (way || cause.kind() == CauseKind.SELF)) {
        services.merge(
            cause.chargedTo(),
            Shift.NONE.plus(way, charged.delta().meanMs()),
            (one, other) -> new Shift(one.wayMs + other.wayMs, one.workMs + other.workMs));
      }
    }
    return services.entrySet().stream()
        .filter(it -> it.getValue().cancels())
        .map(it -> sentence(it.getKey(), it.getValue()))
        .toList();
  }

  private static String sentence(String service, Shift shift) {
    return String.format(
        Locale.ROOT,
        "Waiting for %s takes %s %s and its own work %s %s, which together is next to nothing: the"
            + " clock of %s has probably moved. --skew-max puts that right where spans name their"
            + " hosts.",
        service,
        Units.ms(Math.abs(shift.wayMs)),
        words(shift.wayMs),
        Units.ms(Math.abs(shift.workMs)),
        words(shift.workMs),
        service);
  }

  private static String words(double ms) {
    return ms > 0 ? "longer" : "less";
  }
}
