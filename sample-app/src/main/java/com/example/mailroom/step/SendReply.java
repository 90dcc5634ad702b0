package com.example.mailroom.step;

import com.example.mailroom.desk.MailGateway;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Sends the reply to the customer. */
public record SendReply(MailGateway gateway) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) throws Exception {
    gateway.send(state.sender(), state.draft().orElseThrow());
    return Map.of(CaseState.SENT, true);
  }
}
