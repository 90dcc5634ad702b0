package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode;
import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.core.blueprint.BlueprintNode.Settings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the DSL 1.0 of Serverless Workflow: lists of tasks. */
final class TaskReader {
  private static final String END = "(end)";

  private final GraphDraft draft = new GraphDraft();
  private final Deque<Work> open = new ArrayDeque<>();

  /** Tasks that follow each other in a container, or stand side by side in it. */
  private record Work(Tree tasks, @Nullable String container, boolean sequence) {
    String id(String name) {
      return container == null ? name : container + "/" + name;
    }
  }

  private TaskReader() {}

  static boolean fits(Tree root) {
    return root.get("document").has("dsl") || (root.has("document") && root.has("do"));
  }

  static Blueprint read(Tree root, String fallbackName) throws DefinitionFormatException {
    if (!root.get("do").isList()) {
      throw root.wrong("do is missing: it must be a list of tasks");
    }
    TaskReader reader = new TaskReader();
    reader.open.add(new Work(root.get("do"), null, true));
    while (!reader.open.isEmpty()) {
      reader.read(reader.open.remove());
    }
    String name = root.get("document", "name").text(fallbackName);
    return reader.draft.blueprint("serverless workflow", name);
  }

  private void read(Work work) throws DefinitionFormatException {
    List<Tree> items = work.tasks.items();
    Map<String, String> entries = new HashMap<>();
    for (Tree item : items) {
      String name = name(item);
      String id = work.id(name);
      entries.put(name, item.get(name).has("if") ? id + " if" : id);
    }
    for (int i = 0; i < items.size(); i++) {
      String name = name(items.get(i));
      boolean last = !work.sequence || i + 1 == items.size();
      String next = last ? END : entries.getOrDefault(name(items.get(i + 1)), END);
      task(work, name, items.get(i).get(name), new Ways(entries, next, work.id(END)));
    }
  }

  private static String name(Tree item) throws DefinitionFormatException {
    if (item.names().size() != 1) {
      throw item.wrong("a task must be an object of one field, its name");
    }
    return item.names().iterator().next();
  }

  private void task(Work work, String name, Tree task, Ways ways) throws DefinitionFormatException {
    String id = work.id(name);
    if (!task.isObject()) {
      throw task.wrong("the task " + name + " must be an object");
    }
    if (task.has("if")) {
      draft.add(BlueprintNode.of(id + " if", name + " if", "branch").in(work.container));
      draft.oneOf(id + " if", id, "yes");
      draft.oneOf(id + " if", ways.target(ways.next, draft, work), "no");
    }
    draft.add(
        BlueprintNode.of(id, name, TaskTypes.of(task))
            .in(work.container)
            .with(task.has("for") ? Repeat.OPEN : Repeat.ONCE)
            .with(settings(task)));
    content(id, task);
    if (task.has("switch")) {
      cases(id, task.get("switch"), ways, work);
    } else {
      String target = ways.after(task.get("then").text("continue"));
      if (!target.equals(END)) {
        draft.edge(id, target);
      }
    }
  }

  private static Settings settings(Tree task) {
    Double delay = task.has("wait") ? Durations.ms(task.get("wait")) : null;
    return delay == null ? Settings.NONE : Settings.delay(delay);
  }

  private void content(String id, Tree task) {
    if (task.has("fork")) {
      open.add(new Work(task.get("fork", "branches"), id, false));
      if (task.get("fork", "compete").isTrue()) {
        draft.note("the branches of " + id + " compete; the estimate waits for all of them");
      }
    } else if (task.has("try")) {
      attempt(id, task);
    } else if (task.get("do").isList()) {
      open.add(new Work(task.get("do"), id, true));
    } else if (task.get("listen", "foreach", "do").isList() || task.get("foreach", "do").isList()) {
      draft.note("what " + id + " does for each event is left out");
    }
  }

  private void attempt(String id, Tree task) {
    Tree handler = task.get("catch", "do");
    if (!handler.isList()) {
      open.add(new Work(task.get("try"), id, true));
      return;
    }
    String body = id + "/try";
    String caught = id + "/catch";
    draft.add(BlueprintNode.of(body, body, "do").in(id));
    draft.add(BlueprintNode.of(caught, caught, "do").in(id));
    draft.edge(body, caught, Kind.EXCEPTION, "catch");
    open.add(new Work(task.get("try"), body, true));
    open.add(new Work(handler, caught, true));
  }

  private void cases(String id, Tree cases, Ways ways, Work work) throws DefinitionFormatException {
    boolean otherwise = false;
    for (Tree item : cases.items()) {
      String name = name(item);
      Tree one = item.get(name);
      otherwise |= !one.has("when");
      String target = ways.after(one.get("then").text("continue"));
      draft.oneOf(id, ways.target(target, draft, work), name);
    }
    if (!otherwise) {
      draft.oneOf(id, ways.target(ways.next, draft, work), "(otherwise)");
    }
  }

  /**
   * Where a task may lead to.
   *
   * @param entries of the tasks of its list, by name
   * @param end the id of the mark behind the last of them
   */
  private record Ways(Map<String, String> entries, String next, String end) {
    String after(String then) {
      return switch (then) {
        case "continue" -> next;
        case "end", "exit" -> END;
        default -> entries.getOrDefault(then, then);
      };
    }

    /** The id; of the mark behind the list, which is made when it is first needed, for its end. */
    String target(String id, GraphDraft draft, Work work) {
      if (!id.equals(END)) {
        return id;
      }
      draft.addOnce(BlueprintNode.of(end, END, "end").in(work.container));
      return end;
    }
  }
}
