package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong with an agent.
 *
 * @param faults what keeps it from recording all it should; a line each
 * @param notes what may be intended
 */
public record Diagnosis(List<String> faults, List<String> notes) {
  /** Counters that are above zero only if something was lost, and what was. */
  private static final Map<String, String> LOSSES = losses();

  private static Map<String, String> losses() {
    Map<String, String> losses = new LinkedHashMap<>();
    losses.put("dropped", "executions found their ring full: raise heddle.ring.slots");
    losses.put("failed", "spans were not taken by the collector");
    losses.put(
        "discarded", "spans were thrown away before the exporter: it is too slow, or absent");
    losses.put("errors", "faults of the agent itself; heddle.log=debug tells them");
    return losses;
  }

  /** Looks at all that an agent said. */
  public static Diagnosis of(AgentStatus status) {
    Diagnosis diagnosis = new Diagnosis(new ArrayList<>(), new ArrayList<>());
    diagnosis.lookAt(status);
    return diagnosis;
  }

  private void lookAt(AgentStatus status) {
    if (status.state().equals("gone")) {
      notes.add("the JVM ended without saying so; what it did in its last seconds is not counted");
    }
    if (status.isAsleep()) {
      faults.add(
          "nothing was recorded: no class of a known engine was loaded, and none that"
              + " heddle.methods means");
      return;
    }
    if (status.said().has("paused")) {
      faults.add("nothing is recorded now: " + status.said().path("paused").asText());
    } else if (!status.said().path("recording").asBoolean()) {
      faults.add("nothing is recorded: heddle.enabled or otel.sdk.disabled switches it off");
    }
    rules(status);
    status.list("methods").forEach(this::methods);
    status.list("methodFailures").forEach(this::failures);
    counters(status);
    faults.addAll(status.texts("warnings"));
  }

  private void rules(AgentStatus status) {
    Set<String> matched = new TreeSet<>();
    Map<String, String> missed = new LinkedHashMap<>();
    for (JsonNode rule : status.list("rules")) {
      String engine = rule.path("engine").asText();
      switch (rule.path("verdict").asText()) {
        case "matched" -> matched.add(engine);
        case "missing", "changed" -> missed.putIfAbsent(engine, place(rule));
        case "failed" -> faults.add("a class could not be woven: " + place(rule));
        default -> {}
      }
      failures(rule);
    }
    missed.forEach((engine, rule) -> missed(engine, rule, matched.contains(engine)));
  }

  private void missed(String engine, String rule, boolean inPart) {
    if (inPart) {
      notes.add("a rule for another version of " + engine + " does not fit this one: " + rule);
    } else {
      faults.add("this version of " + engine + " is not known, no rule fits it: " + rule);
    }
  }

  private void failures(JsonNode rule) {
    long failures = rule.path("failures").asLong();
    if (failures > 0) {
      String off = rule.path("on").asBoolean() ? "" : " and is switched off";
      faults.add("a rule failed " + failures + " times" + off + ": " + place(rule));
    }
  }

  private static String place(JsonNode rule) {
    List<String> seen = new ArrayList<>();
    rule.path("seenIn").forEach(origin -> seen.add(origin.asText()));
    return rule.path("place").asText() + (seen.isEmpty() ? "" : " in " + String.join(", ", seen));
  }

  private void methods(JsonNode rule) {
    String name = rule.path("rule").asText();
    if (rule.path("classes").asInt() == 0) {
      faults.add("heddle.methods: no class was loaded that it means: " + name);
    } else if (rule.path("methods").asInt() == 0 && rule.path("notWoven").asInt() == 0) {
      faults.add("heddle.methods: the class has no such method: " + name);
    } else {
      rule.path("missing")
          .forEach(method ->
              faults.add("heddle.methods: there is no method " + method.asText() + ": " + name));
    }
    outside(name, rule.path("outsideCalls").asLong());
  }

  private void outside(String rule, long calls) {
    if (calls > 0) {
      notes.add(
          ("heddle.methods: %d calls were not recorded, no run was open on their thread: %s"
                  + " (give the method that calls it the role workflow)")
              .formatted(calls, rule));
    }
  }

  private void counters(AgentStatus status) {
    LOSSES.forEach((counter, meaning) -> {
      long count = status.counter(counter);
      if (count > 0) {
        faults.add(counter + " " + count + ": " + meaning);
      }
    });
    if (status.counter("recorded") == 0) {
      faults.add("nothing was recorded: no run has ended yet");
    }
  }
}
