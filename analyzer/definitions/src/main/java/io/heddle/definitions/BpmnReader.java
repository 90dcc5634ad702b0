package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads BPMN 2.0 XML (ISO/IEC 19510:2013), with the extensions of Flowable, Camunda and Zeebe that
 * say what a service task does.
 */
final class BpmnReader {
  private static final String NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final Set<String> CONTAINERS =
      Set.of("subProcess", "transaction", "adHocSubProcess");

  private final GraphDraft draft = new GraphDraft();
  private final Map<String, XmlElement> elements = new HashMap<>();
  private final Map<String, String> catchingLinks = new HashMap<>();
  private final Deque<Scope> open = new ArrayDeque<>();

  /** A process or subprocess, and the node that contains its content. */
  private record Scope(XmlElement element, @Nullable String container) {}

  private BpmnReader() {}

  static Blueprint read(XmlElement root, String fallbackName) throws DefinitionFormatException {
    if (!root.name().equals("definitions") || !root.namespace().equals(NAMESPACE)) {
      throw DefinitionFormatException.at(
          "not BPMN 2.0: the root is {" + root.namespace() + "}" + root.name(),
          root.line(),
          root.column());
    }
    BpmnReader reader = new BpmnReader();
    XmlElement process = reader.process(root);
    reader.open.add(new Scope(process, null));
    while (!reader.open.isEmpty()) {
      reader.read(reader.open.remove());
    }
    String id = process.attribute("id", fallbackName);
    return reader.draft.blueprint("bpmn", process.attribute("name", id));
  }

  /** The largest process, an executable one before all others. */
  private XmlElement process(XmlElement root) throws DefinitionFormatException {
    List<XmlElement> processes =
        root.children("process")
            .sorted(
                Comparator.comparing(
                        (XmlElement it) -> !it.attribute("isExecutable").equals("true"))
                    .thenComparingInt(it -> -it.children().size())
                    .thenComparing(it -> it.attribute("id")))
            .toList();
    if (processes.isEmpty()) {
      throw DefinitionFormatException.at("there is no process", root.line(), root.column());
    }
    processes.stream()
        .skip(1)
        .forEach(it -> draft.note("the process " + it.attribute("id") + " is left out"));
    return processes.get(0);
  }

  private void read(Scope scope) throws DefinitionFormatException {
    for (XmlElement element : scope.element.children()) {
      if (element.namespace().equals(NAMESPACE) && BpmnTypes.isFlowNode(element)) {
        node(element, scope);
      }
    }
    for (XmlElement element : scope.element.children()) {
      switch (element.name()) {
        case "sequenceFlow" -> flow(element);
        case "boundaryEvent" -> boundary(element);
        case "intermediateThrowEvent" -> link(element);
        default -> {
          // Artifacts, data and lanes lead nowhere.
        }
      }
    }
  }

  private void node(XmlElement element, Scope scope) throws DefinitionFormatException {
    String id = element.attribute("id");
    if (id.isEmpty()) {
      throw DefinitionFormatException.at(
          element.name() + " has no id", element.line(), element.column());
    }
    elements.put(id, element);
    BlueprintNode node =
        BlueprintNode.of(id, element.attribute("name", id), BpmnTypes.of(element))
            .in(scope.container)
            .with(BpmnTypes.repeat(element))
            .with(BpmnTypes.settings(element));
    draft.add(element.name().equals("startEvent") ? node.asStart() : node);
    if (CONTAINERS.contains(element.name())) {
      open.add(new Scope(element, id));
      if (element.attribute("triggeredByEvent").equals("true")) {
        draft.note("the event subprocess " + id + " runs only on its event and does not count");
      }
    }
    if (element.name().equals("intermediateCatchEvent") && element.has("linkEventDefinition")) {
      catchingLinks.put(link(element, "linkEventDefinition"), id);
    }
  }

  private void flow(XmlElement flow) throws DefinitionFormatException {
    String from = flow.attribute("sourceRef");
    String to = flow.attribute("targetRef");
    if (from.isEmpty() || to.isEmpty()) {
      throw DefinitionFormatException.at(
          "a sequenceFlow needs sourceRef and targetRef", flow.line(), flow.column());
    }
    XmlElement source = elements.get(from);
    draft.edge(
        from, to, source == null ? Kind.ALWAYS : kind(flow, source), flow.attribute("id", to));
  }

  private static Kind kind(XmlElement flow, XmlElement source) {
    return switch (source.name()) {
      case "exclusiveGateway", "eventBasedGateway" -> Kind.ONE_OF;
      case "inclusiveGateway", "complexGateway" -> Kind.MAYBE;
      case "parallelGateway" -> Kind.ALWAYS;
      default -> flow.has("conditionExpression") ? Kind.MAYBE : Kind.ALWAYS;
    };
  }

  private void boundary(XmlElement event) {
    String id = event.attribute("id");
    boolean interrupting = !event.attribute("cancelActivity").equals("false");
    if (event.has("compensateEventDefinition")) {
      draft.note("the compensation " + id + " does not count");
    } else {
      draft.edge(
          event.attribute("attachedToRef"), id, interrupting ? Kind.EXCEPTION : Kind.MAYBE, id);
    }
  }

  private void link(XmlElement event) {
    String target = catchingLinks.get(link(event, "linkEventDefinition"));
    if (event.has("linkEventDefinition") && target != null) {
      draft.edge(event.attribute("id"), target);
    }
  }

  private static String link(XmlElement event, String definition) {
    return event.children(definition).map(it -> it.attribute("name")).findFirst().orElse("");
  }
}
