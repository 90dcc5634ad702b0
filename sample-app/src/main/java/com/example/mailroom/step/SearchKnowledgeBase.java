package com.example.mailroom.step;

import com.example.mailroom.desk.KnowledgeBase;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Finds the articles that help with the mail. */
public record SearchKnowledgeBase(KnowledgeBase knowledgeBase) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) throws Exception {
    return Map.of(CaseState.ARTICLES, knowledgeBase.search(state.subject() + " " + state.text()));
  }
}
