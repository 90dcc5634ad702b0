package io.heddle.benchmarks.host;

import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;
import org.bsc.langgraph4j.state.AgentState;

/** A node that reads one value and writes nothing. */
public final class NoopNode implements NodeAction<AgentState> {
  @Override
  public Map<String, Object> apply(AgentState state) {
    return state.value("in").isPresent() ? Map.of() : Map.of("in", 1);
  }
}
