package io.heddle.weaver;

import java.util.List;

/**
 * A rule's verdict as one line: {@code verdict matched langgraph4j org.example.Flow.run/1
 * failures=0 in flow 1.2}.
 */
final class VerdictLine {
  private VerdictLine() {}

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
