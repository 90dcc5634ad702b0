package io.heddle.cli;

import io.heddle.core.skew.ClockSkew;
import io.heddle.core.skew.Shift;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How far clocks of different hosts may be put right. */
final class Clocks {
  private static final double NS_PER_MS = 1e6;
  private static final int MOST_LINES = 10;

  @Option(
      names = "--skew-max",
      paramLabel = "MS",
      description = {
        "Moves spans of another host that do not fit into their parent, by at most MS",
        "(default: 0, nothing is moved); what was moved is said."
      })
  private double maxMs;

  /** The runs with their clocks put right; says what was moved and what was too far off. */
  List<Run> repair(List<Run> runs, Console console) {
    if (!(maxMs >= 0) || maxMs > Long.MAX_VALUE / NS_PER_MS) {
      throw new UserError("--skew-max is a number of ms from 0, not " + maxMs);
    }
    return maxMs == 0 ? runs : repair(runs, new ClockSkew(Math.round(maxMs * NS_PER_MS)), console);
  }

  /** Fails when clocks are to be put right by a command that leaves times as they are. */
  void refuse(String command) {
    if (maxMs != 0) {
      throw new UserError("--skew-max: " + command + " leaves times as they are");
    }
  }

  private static List<Run> repair(List<Run> runs, ClockSkew clocks, Console console) {
    List<Run> repaired = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Run run : runs) {
      ClockSkew.Repaired result = clocks.repair(run);
      repaired.add(result.run());
      result.shifts().forEach(shift -> lines.add(describe(shift)));
    }
    lines.stream().limit(MOST_LINES).forEach(console::say);
    if (lines.size() > MOST_LINES) {
      console.say("clock skew: " + (lines.size() - MOST_LINES) + " more corrections");
    }
    return repaired;
  }

  private static String describe(Shift shift) {
    return String.format(
        Locale.ROOT,
        "clock skew: trace %s, span %016x %s by %+.3f ms",
        shift.top().traceId(),
        shift.top().spanId(),
        shift.applied() ? "moved" : "not moved: it would have to be moved",
        shift.byNs() / NS_PER_MS);
  }
}
