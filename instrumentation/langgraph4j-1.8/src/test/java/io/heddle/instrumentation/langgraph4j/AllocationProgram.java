package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.sync;
import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncEdgeAction;
import org.bsc.langgraph4j.state.AgentState;

/**
 * One synchronous node, visited as often as the first argument says, in one run. Prints the bytes
 * that the engine's thread allocated meanwhile.
 */
final class AllocationProgram {
  static final int WARM_UP = 1_000;

  private AllocationProgram() {}

  public static void main(String[] args) throws Exception {
    int visits = Integer.parseInt(args[0]);
    CompiledGraph<AgentState> graph = graph(visits);
    graph.invoke(Map.of("left", WARM_UP, "mail", "warm"));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    graph.invoke(Map.of("left", visits, "mail", "hot"));
    System.out.println("allocated=" + (threads.getCurrentThreadAllocatedBytes() - before));
  }

  private static Map<String, Object> work(AgentState state) throws InterruptedException {
    int left = state.<Integer>value("left").orElseThrow();
    state.<String>value("mail").orElseThrow();
    if (left % 500 == 0) {
      Thread.sleep(5); // work that leaves the processor to others
    }
    return Map.of("left", left - 1);
  }

  private static CompiledGraph<AgentState> graph(int visits) throws Exception {
    return new StateGraph<>(new CopyingSerializer())
        .addNode("work", sync(AllocationProgram::work))
        .addEdge(START, "work")
        .addConditionalEdges(
            "work",
            AsyncEdgeAction.edge_async(
                state -> state.<Integer>value("left").orElseThrow() > 0 ? "again" : "enough"),
            Map.of("again", "work", "enough", END))
        .compile(CompileConfig.builder().recursionLimit(2 * visits + 100).build());
  }
}
