package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names workflows: the graph id where the user gave one, else the place that compiled the graph,
 * {@code MailAgent.graph}. Thread-safe; cold path.
 */
final class WorkflowNames {
  private static final Member CONFIG = Member.field("compileConfig");
  private static final Member GRAPH_ID = Member.method("graphId");

  private final Map<String, List<Integer>> sites = new HashMap<>();

  String of(Object compiledGraph) {
    Object graphId = ((Optional<?>) GRAPH_ID.in(CONFIG.in(compiledGraph))).orElse(null);
    return graphId instanceof String id ? id : compiledHere();
  }

  private String compiledHere() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .dropWhile(frame -> !isEngine(frame))
                .dropWhile(frame -> isEngine(frame) || isJdk(frame))
                .findFirst())
        .map(this::siteName)
        .orElse(CompiledGraphs.ENGINE);
  }

  private static boolean isEngine(StackFrame frame) {
    return frame.getClassName().startsWith("org.bsc.langgraph4j.");
  }

  private static boolean isJdk(StackFrame frame) {
    String type = frame.getClassName();
    return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
  }

  /** Two places in one method are two workflows: the second is told apart by its number. */
  private synchronized String siteName(StackFrame frame) {
    String name = simpleName(frame.getClassName()) + methodSuffix(frame.getMethodName());
    List<Integer> places = sites.computeIfAbsent(name, unseen -> new ArrayList<>());
    int place = frame.getByteCodeIndex();
    if (!places.contains(place)) {
      places.add(place);
    }
    int ordinal = places.indexOf(place) + 1;
    return ordinal == 1 ? name : name + "#" + ordinal;
  }

  private static String simpleName(String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return simple.replace('$', '.');
  }

  private static String methodSuffix(String method) {
    boolean nameless = method.startsWith("<") || method.startsWith("lambda$");
    return nameless ? "" : "." + method;
  }
}
