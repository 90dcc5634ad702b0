package io.heddle.weaver;

import io.heddle.agent.loader.StatusFile;
import io.heddle.instrumentation.methods.Matches;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.LastExport;
import io.heddle.recorder.settings.GivenSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the agent is doing, as {@code heddle doctor} reads it. Thread-safe. */
final class Status {
  private final Workings workings;

  Status(Workings workings) {
    this.workings = workings;
  }

  /**
   * One JSON object; equal texts mean that nothing has happened.
   *
   * @param state running or ended
   */
  String json(String state) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", state);
    status.put("pid", StatusFile.pid());
    status.put("command", command());
    status.put("agent", Origins.version());
    status.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    String need = workings.recording().need();
    status.put("recording", workings.recording().isOn() && need == null);
    if (need != null) {
      status.put("paused", need);
    }
    Counters counters = workings.recorder().counters();
    status.put("counters", counters(counters.snapshot()));
    status.put("lastExport", lastExport(counters.lastExport()));
    status.put("settings", settings());
    status.put("rules", rules());
    status.put("methods", methods());
    status.put("methodFailures", methodFailures());
    status.put("warnings", workings.log().warnings());
    return Json.of(status);
  }

  /** The main class or jar; arguments may be secret. */
  private static String command() {
    return System.getProperty("sun.java.command", "").split(" ", 2)[0];
  }

  private static Map<String, Object> counters(Counters.Snapshot counters) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("recorded", counters.recorded());
    told.put("dropped", counters.dropped());
    told.put("droppedRuns", counters.droppedRuns());
    told.put("exported", counters.exported());
    told.put("failed", counters.failed());
    told.put("discarded", counters.discarded());
    told.put("unsampled", counters.unsampled());
    told.put("sampledOut", counters.sampledOut());
    told.put("undecided", counters.undecided());
    told.put("evidenceDiscarded", counters.evidenceDiscarded());
    told.put("abandoned", counters.abandoned());
    told.put("misused", counters.misused());
    told.put("errors", counters.errors());
    told.put("rulesOff", counters.rulesOff());
    told.put("pauses", counters.pauses());
    return told;
  }

  private List<Object> settings() {
    List<Object> told = new ArrayList<>();
    for (GivenSetting setting : workings.settings().given().values()) {
      told.add(setting(setting));
    }
    return told;
  }

  private List<Object> rules() {
    List<Object> told = new ArrayList<>();
    for (WovenRule rule : workings.rules().rules()) {
      told.add(rule(rule));
    }
    return told;
  }

  private List<Object> methods() {
    List<Object> told = new ArrayList<>();
    for (Matches rule : workings.methods().weaving().matches()) {
      told.add(methods(rule));
    }
    return told;
  }

  private List<Object> methodFailures() {
    List<Object> told = new ArrayList<>();
    for (WovenRule rule : workings.methods().weaving().woven()) {
      if (rule.failures() > 0) {
        told.add(rule(rule));
      }
    }
    return told;
  }

  private static Map<String, Object> lastExport(LastExport last) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (last.at() != null) {
      told.put("at", last.at().toString());
      told.put("spans", last.spans());
    }
    if (last.problem() != null) {
      told.put("failedAt", String.valueOf(last.failedAt()));
      told.put("problem", last.problem());
    }
    return told;
  }

  private static Map<String, Object> setting(GivenSetting setting) {
    return Map.of(
        "name", setting.name(), "value", setting.shown(), "origin", setting.origin().toString());
  }

  private static Map<String, Object> rule(WovenRule rule) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("engine", rule.engine());
    told.put("place", rule.place());
    told.put("verdict", rule.verdict().toString());
    told.put("failures", rule.failures());
    told.put("on", rule.isOn());
    told.put("seenIn", seenIn(rule));
    return told;
  }

  private static List<Object> seenIn(WovenRule rule) {
    List<Object> told = new ArrayList<>();
    for (Sighting sighting : rule.sightings()) {
      told.add(seen(sighting));
    }
    return told;
  }

  private static String seen(Sighting sighting) {
    String origin = EngineVersion.of(sighting.origin());
    return sighting.detail().isEmpty() ? origin : origin + " (" + sighting.detail() + ")";
  }

  private static Map<String, Object> methods(Matches rule) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("rule", rule.rule().toString());
    told.put("classes", rule.classCount());
    told.put("methods", rule.methodCount());
    told.put("first", List.copyOf(rule.firstMethods()));
    told.put("missing", rule.missing());
    told.put("refused", rule.firstRefused());
    told.put("notWoven", rule.notWoven());
    told.put("taken", rule.takenCount());
    told.put("outsideCalls", rule.outsideCalls());
    return told;
  }
}
