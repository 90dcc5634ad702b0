package io.heddle.definitions;

import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.core.blueprint.BlueprintNode.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The elements of BPMN in Heddle's words. */
final class BpmnTypes {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("startEvent", "start"),
          Map.entry("endEvent", "end"),
          Map.entry("task", "task"),
          Map.entry("serviceTask", "service"),
          Map.entry("userTask", "human"),
          Map.entry("manualTask", "human"),
          Map.entry("scriptTask", "script"),
          Map.entry("businessRuleTask", "business_rule"),
          Map.entry("sendTask", "messaging"),
          Map.entry("receiveTask", "wait"),
          Map.entry("callActivity", "subworkflow"),
          Map.entry("subProcess", "subprocess"),
          Map.entry("transaction", "subprocess"),
          Map.entry("adHocSubProcess", "subprocess"),
          Map.entry("exclusiveGateway", "gateway"),
          Map.entry("inclusiveGateway", "gateway"),
          Map.entry("parallelGateway", "gateway"),
          Map.entry("complexGateway", "gateway"),
          Map.entry("eventBasedGateway", "gateway"),
          Map.entry("intermediateCatchEvent", "wait"),
          Map.entry("intermediateThrowEvent", "event"),
          Map.entry("boundaryEvent", "event"));

  /** What a service task's job, connector or topic may be called. */
  private static final Map<String, String> JOBS =
      Map.of(
          "http", "http_request",
          "rest", "http_request",
          "graphql", "http_request",
          "mail", "messaging",
          "kafka", "messaging",
          "openai", "llm",
          "bedrock", "llm",
          "llm", "llm",
          "shell", "script");

  private BpmnTypes() {}

  static boolean isFlowNode(XmlElement element) {
    return TYPES.containsKey(element.name());
  }

  static String of(XmlElement element) {
    String type = TYPES.getOrDefault(element.name(), "task");
    if (type.equals("service")) {
      return job(element);
    }
    if (type.equals("wait") && element.name().startsWith("intermediate")) {
      return caught(element);
    }
    return type;
  }

  private static String caught(XmlElement event) {
    if (event.has("linkEventDefinition")) {
      return "event";
    }
    return event.has("timerEventDefinition") ? "timer" : "wait";
  }

  private static String job(XmlElement task) {
    Stream<String> named =
        Stream.concat(
            Stream.of(task.attribute("type"), task.attribute("topic")),
            task.children("extensionElements")
                .flatMap(extension -> extension.children().stream())
                .flatMap(it -> Stream.of(it.attribute("type"), it.textAt("connectorId"))));
    return named
        .map(BpmnTypes::known)
        .filter(type -> !type.isEmpty())
        .findFirst()
        .orElse("service");
  }

  private static String known(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      if (JOBS.containsKey(word)) {
        return JOBS.get(word);
      }
    }
    return "";
  }

  /** How often an activity runs by its loop marker. */
  static Repeat repeat(XmlElement activity) {
    return activity
        .children("multiInstanceLoopCharacteristics")
        .findFirst()
        .map(BpmnTypes::instances)
        .orElse(activity.has("standardLoopCharacteristics") ? Repeat.OPEN : Repeat.ONCE);
  }

  private static Repeat instances(XmlElement loop) {
    Integer count = number(loop.textAt("loopCardinality"));
    boolean sequential = loop.attribute("isSequential").equals("true");
    return new Repeat(count, sequential ? 1 : Integer.MAX_VALUE);
  }

  private static @Nullable Integer number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  /** The time of a timer event, where it is a constant. */
  static Settings settings(XmlElement event) {
    if (!event.name().equals("intermediateCatchEvent")) {
      return Settings.NONE;
    }
    Double delay = Durations.ms(event.textAt("timerEventDefinition", "timeDuration"));
    return delay == null ? Settings.NONE : Settings.delay(delay);
  }
}
