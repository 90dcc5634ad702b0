package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    StackFrame caller = StackWalker.getInstance().walk(WorkflowNames::caller);
    return caller == null ? CompiledGraphs.ENGINE : siteName(caller);
  }

  /** The frame that called the engine's outermost one; null if there is none. */
  private static @Nullable StackFrame caller(Stream<StackFrame> innermostFirst) {
    boolean isInEngine = false;
    for (Iterator<StackFrame> frames = innermostFirst.iterator(); frames.hasNext(); ) {
      StackFrame frame = frames.next();
      boolean isEngine = isEngine(frame);
      if (isInEngine && !isEngine && !isJdk(frame)) {
        return frame;
      }
      isInEngine |= isEngine;
    }
    return null;
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
    List<Integer> places = sites.get(name);
    if (places == null) {
      places = new ArrayList<>();
      sites.put(name, places);
    }
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
