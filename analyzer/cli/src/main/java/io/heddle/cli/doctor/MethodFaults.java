package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of the rules of {@code heddle.methods}. */
final class MethodFaults {
  private static final String SETTING = "heddle.methods: ";

  /** How the descriptors of Kotlin's end. */
  private static final String SUSPENDING = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  private MethodFaults() {}

  static void look(AgentStatus status, Complaints complaints) {
    for (JsonNode rule : status.list("methods")) {
      matches(rule, rule.path("rule").asText(), complaints);
      outside(rule, rule.path("rule").asText(), complaints);
      suspending(rule, complaints);
    }
  }

  private static void matches(JsonNode rule, String name, Complaints complaints) {
    int notWoven = rule.path("notWoven").asInt();
    int own = rule.path("methods").asInt() + rule.path("refused").size() + notWoven;
    if (rule.path("classes").asInt() == 0) {
      complaints.fault(SETTING + "no class was loaded that it means: " + name + hint(name));
    } else if (own == 0 && rule.path("taken").asInt() > 0) {
      complaints.note(SETTING + "all its methods belong to rules before it: " + name);
    } else if (own == 0) {
      complaints.fault(
          "%sthe class has no such method: %s (abstract and native ones have no code to weave)"
              .formatted(SETTING, name));
    } else {
      rule.path("missing")
          .forEach(method ->
              complaints.fault(SETTING + "there is no method " + method.asText() + ": " + name));
    }
    if (notWoven > 0) {
      complaints.fault(
          "%s%s not woven, as heddle.methods.max is reached: %s"
              .formatted(SETTING, Counted.of(notWoven, "method is", "methods are"), name));
    }
  }

  private static void outside(JsonNode rule, String name, Complaints complaints) {
    long calls = rule.path("outsideCalls").asLong();
    if (calls > 0) {
      complaints.note(
          ("%s%s not recorded, no run was open on their thread: %s"
                  + " (give the method that calls it the role workflow; for tasks of executors set"
                  + " heddle.executors=on)")
              .formatted(SETTING, Counted.of(calls, "call was", "calls were"), name));
    }
  }

  private static String hint(String rule) {
    return rule.contains("@")
        ? " (is the annotation kept in class files, @Retention CLASS or RUNTIME?)"
        : " (names are written in full, com.acme.Orders$Line if nested)";
  }

  private static void suspending(JsonNode rule, Complaints complaints) {
    for (JsonNode method : rule.path("first")) {
      if (method.asText().endsWith(SUSPENDING)) {
        complaints.note(
            "%s%s suspends: each of its nodes ends where it waits first, and goes on as another call"
                .formatted(SETTING, method.asText().replaceFirst("\\(.*", "")));
      }
    }
  }
}
