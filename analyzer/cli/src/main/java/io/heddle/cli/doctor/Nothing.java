package io.heddle.cli.doctor;

/** Why nothing was recorded by an agent that is on. */
final class Nothing {
  private static final String NO_ENGINE =
      "nothing was recorded: no class of a known engine was loaded (LangGraph4j 1.8.3"
          + " or newer, LangChain4j 1)";
  private static final String METHODS = "heddle.methods";

  private final AgentStatus status;

  private Nothing(AgentStatus status) {
    this.status = status;
  }

  static void look(AgentStatus status, Complaints complaints) {
    Nothing nothing = new Nothing(status);
    if (status.isAsleep() || (status.isRecording() && status.counter("recorded") == 0)) {
      complaints.fault(nothing.reason());
    }
  }

  private String reason() {
    if (isAnyEngineSeen() || isAnyMethodSeen()) {
      return "nothing was recorded: no run of what was woven has ended yet; if one should have, is"
          + " the method called that begins it?";
    }
    String rules = status.setting(METHODS).orElse("");
    if (rules.isEmpty()) {
      return NO_ENGINE + "; for other code " + METHODS + " names what is a workflow or a node";
    }
    return status.isAsleep()
        ? "%s, and none that %s means: %s; classes are named in full, com.acme.Orders$Line if nested"
            .formatted(NO_ENGINE, METHODS, rules)
        : NO_ENGINE + ", and " + METHODS + " has the fault above";
  }

  private boolean isAnyEngineSeen() {
    return status.list("rules").stream()
        .anyMatch(rule -> !rule.path("verdict").asText().equals("unseen"));
  }

  private boolean isAnyMethodSeen() {
    return status.list("methods").stream().anyMatch(rule -> rule.path("classes").asInt() > 0);
  }
}
