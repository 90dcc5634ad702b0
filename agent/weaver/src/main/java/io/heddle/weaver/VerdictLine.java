package io.heddle.weaver;

import io.heddle.instrumentation.methods.Matches;
import java.util.List;

/**
 * A rule's verdict as one line: {@code verdict matched langgraph4j org.example.Flow.run/1
 * failures=0 in flow 1.2}.
 */
final class VerdictLine {
  private VerdictLine() {}

  /** {@code verdict matched methods com.acme.Orders[charge] failures=0 methods=1 classes=1}. */
  static String of(Matches rule) {
    StringBuilder line = new StringBuilder("verdict ");
    line.append(verdict(rule)).append(" methods ").append(rule.rule());
    line.append(" failures=0 methods=").append(rule.methodCount());
    line.append(" classes=").append(rule.classCount());
    append(line, " beyond the limit=", rule.notWoven());
    append(line, " of rules before=", rule.takenCount());
    append(line, " outside of runs=", rule.outsideCalls());
    append(line, " missing=", rule.missing());
    append(line, " refused=", rule.firstRefused());
    return line.toString();
  }

  private static void append(StringBuilder line, String name, List<String> methods) {
    if (!methods.isEmpty()) {
      line.append(name).append(String.join(",", methods));
    }
  }

  private static void append(StringBuilder line, String name, long count) {
    if (count > 0) {
      line.append(name).append(count);
    }
  }

  private static Verdict verdict(Matches rule) {
    if (rule.classCount() == 0) {
      return Verdict.UNSEEN;
    }
    if (rule.methodCount() + rule.takenCount() > 0) {
      return Verdict.MATCHED;
    }
    return rule.firstRefused().isEmpty() && rule.notWoven() == 0 ? Verdict.MISSING : Verdict.FAILED;
  }

  static String of(WovenRule rule) {
    StringBuilder line = new StringBuilder("verdict ");
    line.append(rule.verdict()).append(' ').append(rule);
    line.append(" failures=").append(rule.failures());
    if (!rule.isOn()) {
      line.append(" off");
    }
    List<Sighting> sightings = rule.sightings();
    for (Sighting sighting : sightings) {
      line.append(" in ").append(EngineVersion.of(sighting.origin()));
      if (!sighting.detail().isEmpty()) {
        line.append(" (").append(sighting.detail()).append(')');
      }
    }
    return line.toString();
  }
}
