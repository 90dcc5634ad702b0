package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode;
import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.core.blueprint.BlueprintNode.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads Serverless Workflow 0.8: states that name their successors. */
final class StateReader {
  private static final String END = "(end)";
  private static final Map<String, String> STATES =
      Map.of(
          "switch", "branch",
          "sleep", "timer",
          "delay", "timer",
          "inject", "variable",
          "foreach", "iteration",
          "callback", "container",
          "event", "container",
          "operation", "container",
          "parallel", "container");
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "rest", "http_request",
          "openapi", "http_request",
          "odata", "http_request",
          "graphql", "http_request",
          "rpc", "rpc",
          "asyncapi", "messaging",
          "expression", "variable");

  private final GraphDraft draft = new GraphDraft();
  private final Map<String, String> functions = new HashMap<>();

  private StateReader() {}

  static boolean fits(Tree root) {
    return root.get("states").isList();
  }

  static Blueprint read(Tree root, String fallbackName) throws DefinitionFormatException {
    StateReader reader = new StateReader();
    for (Tree function : root.get("functions").items()) {
      String type = FUNCTIONS.getOrDefault(function.get("type").text("rest"), "service");
      reader.functions.put(function.get("name").text(""), type);
    }
    List<Tree> states = root.get("states").items();
    String first = states.isEmpty() ? "" : states.get(0).get("name").text("");
    String start = root.get("start", "stateName").text(root.get("start").text(first));
    for (Tree state : states) {
      reader.state(state, start);
    }
    String name = root.get("name").text(root.get("id").text(fallbackName));
    return reader.draft.blueprint("serverless workflow 0.8", name);
  }

  private void state(Tree state, String start) throws DefinitionFormatException {
    String name = state.get("name").text("");
    if (name.isEmpty()) {
      throw state.wrong("a state has no name");
    }
    String word = state.get("type").text("");
    BlueprintNode node =
        BlueprintNode.of(name, name, STATES.getOrDefault(word, word))
            .with(word.equals("foreach") ? each(state) : Repeat.ONCE)
            .with(settings(state));
    draft.add(name.equals(start) ? node.asStart() : node);
    content(name, word, state);
    transitions(name, state);
    if (state.has("compensatedBy")) {
      draft.note("compensation of " + name + " is left out");
    }
  }

  private static Settings settings(Tree state) {
    Double delay = Durations.ms(state.get("duration"));
    Double older = delay == null ? Durations.ms(state.get("timeDelay")) : delay;
    return older == null ? Settings.NONE : Settings.delay(older);
  }

  /** Sequential when it says so; else all at once, or in batches. */
  private static Repeat each(Tree state) {
    if ("sequential".equals(state.get("mode").text())) {
      return Repeat.OPEN;
    }
    double batch = state.get("batchSize").number().orElse(Integer.MAX_VALUE);
    return new Repeat(null, (int) Math.max(1, batch));
  }

  private void content(String state, String type, Tree tree) {
    boolean parallel = "parallel".equals(tree.get("actionMode").text());
    actions(state, state, tree.get("actions"), parallel);
    int number = 0;
    for (Tree branch : tree.get("branches").items()) {
      String id = state + "/" + branch.get("name").text("branch " + ++number);
      draft.add(BlueprintNode.of(id, id, "container").in(state));
      actions(id, id, branch.get("actions"), false);
    }
    for (Tree event : tree.get("onEvents").items()) {
      String id = state + "/event " + ++number;
      draft.add(BlueprintNode.of(id, id, "wait").in(state));
      actions(state, id, event.get("actions"), "parallel".equals(tree.get("actionMode").text()));
      firstOf(id, event.get("actions"));
    }
    if (type.equals("callback")) {
      String id = state + "/callback";
      draft.add(action(state + "/action", state, tree.get("action")));
      draft.add(BlueprintNode.of(id, id, "wait").in(state));
      draft.edge(state + "/action", id);
    }
  }

  private void firstOf(String event, Tree actions) {
    if (!actions.items().isEmpty()) {
      draft.edge(event, id(event, actions.items().get(0), 1));
    }
  }

  private void actions(String container, String prefix, Tree actions, boolean parallel) {
    String before = "";
    int number = 0;
    for (Tree action : actions.items()) {
      String id = id(prefix, action, ++number);
      draft.add(action(id, container, action));
      if (!parallel && !before.isEmpty()) {
        draft.edge(before, id);
      }
      before = id;
    }
  }

  private static String id(String prefix, Tree action, int number) {
    return prefix + "/" + action.get("name").text(function(action, "action " + number));
  }

  private static String function(Tree action, String otherwise) {
    Tree function = action.get("functionRef");
    return function.get("refName").text(function.text(otherwise));
  }

  private BlueprintNode action(String id, String state, Tree action) {
    String type =
        action.has("subFlowRef")
            ? "subworkflow"
            : functions.getOrDefault(
                function(action, ""), action.has("eventRef") ? "messaging" : "service");
    String name = id.substring(id.lastIndexOf('/') + 1);
    return BlueprintNode.of(id, name, type).in(state);
  }

  private void transitions(String state, Tree tree) {
    String next = target(tree);
    if (!next.isEmpty()) {
      draft.edge(state, next);
    }
    for (String field : List.of("dataConditions", "eventConditions")) {
      int number = 0;
      for (Tree condition : tree.get(field).items()) {
        way(state, condition, condition.get("name").text("condition " + ++number), Kind.ONE_OF);
      }
    }
    if (tree.has("defaultCondition")) {
      way(state, tree.get("defaultCondition"), "(default)", Kind.ONE_OF);
    }
    for (Tree error : tree.get("onErrors").items()) {
      way(state, error, error.get("errorRef").text("(error)"), Kind.EXCEPTION);
    }
  }

  private void way(String state, Tree condition, String outcome, Kind kind) {
    String target = target(condition);
    if (target.isEmpty()) {
      draft.addOnce(BlueprintNode.of(END, END, "end"));
    }
    draft.edge(state, target.isEmpty() ? END : target, kind, outcome);
  }

  private static String target(Tree tree) {
    Tree transition = tree.get("transition");
    return transition.get("nextState").text(transition.text(""));
  }
}
