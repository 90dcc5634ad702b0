package io.heddle.instrumentation.langgraph4j;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Map;
import org.bsc.langgraph4j.serializer.StateSerializer;
import org.bsc.langgraph4j.state.AgentState;

/** Clones states by copying, so that a million nodes take seconds and not minutes. */
final class CopyingSerializer extends StateSerializer<AgentState> {
  CopyingSerializer() {
    super(AgentState::new);
  }

  @Override
  public AgentState cloneObject(AgentState state) {
    return new AgentState(state.data());
  }

  @Override
  public void writeData(Map<String, Object> data, ObjectOutput out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> readData(ObjectInput in) {
    throw new UnsupportedOperationException();
  }
}
