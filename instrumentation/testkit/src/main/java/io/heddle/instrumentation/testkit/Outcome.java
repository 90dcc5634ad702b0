package io.heddle.instrumentation.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a program ended: its exit code and what it printed. */
public record Outcome(int exitCode, String out, String err) {
  private static final Pattern VERDICT =
      Pattern.compile("\\[heddle] verdict (\\S+) (\\S+) (\\S+) failures=(\\d+).*");

  private static final Pattern COUNTER = Pattern.compile("([a-z ]+) (\\d+)(, |$)");

  private static final String COUNTERS = "[heddle] at the end: ";

  /**
   * What the agent said of a rule when the program ended.
   *
   * @param verdict matched, missing, changed, unseen or failed
   * @param place {@code org.example.Outer$Inner.method/2}
   * @param failures how often the rule's probe threw
   */
  public record RuleVerdict(String verdict, String engine, String place, int failures) {}

  /** The verdicts, one for each rule. */
  public List<RuleVerdict> verdicts() {
    List<RuleVerdict> verdicts = new ArrayList<>();
    for (String line : err.lines().toList()) {
      Matcher matcher = VERDICT.matcher(line);
      if (matcher.matches()) {
        verdicts.add(
            new RuleVerdict(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                Integer.parseInt(matcher.group(4))));
      }
    }
    return verdicts;
  }

  /** The recorder's own counters when the program ended, by name. */
  public Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    for (String line : err.lines().toList()) {
      if (line.startsWith(COUNTERS)) {
        Matcher matcher = COUNTER.matcher(line.substring(COUNTERS.length()));
        while (matcher.find()) {
          counters.put(matcher.group(1), Long.valueOf(matcher.group(2)));
        }
      }
    }
    return counters;
  }

  /** What stands on standard error beside the agent's own lines. */
  public List<String> foreignErrorLines() {
    return err.lines().filter(line -> !line.startsWith("[heddle] ")).toList();
  }
}
