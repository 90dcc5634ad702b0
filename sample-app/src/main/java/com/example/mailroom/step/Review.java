package com.example.mailroom.step;

import java.util.Map;
import java.util.stream.Stream;
import org.bsc.langgraph4j.action.NodeAction;

/** Brings the three checks together. */
public record Review() implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) {
    boolean approved =
        Stream.of(CheckDraft.POLICY, CheckDraft.TONE, CheckDraft.COMPLIANCE)
            .allMatch(state::passed);
    if (!approved) {
      throw new IllegalStateException("a check refused the draft");
    }
    return Map.of(CaseState.VERDICT, true);
  }
}
