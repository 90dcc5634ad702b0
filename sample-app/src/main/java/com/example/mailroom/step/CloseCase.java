package com.example.mailroom.step;

import com.example.mailroom.desk.Cases;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Ticks the mail off. Nobody looks at a closed case again. */
public record CloseCase(Cases cases) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) {
    cases.close(state.mailId());
    return Map.of(CaseState.CLOSED, true);
  }
}
