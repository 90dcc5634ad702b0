package com.example.mailroom.step;

import com.example.mailroom.desk.Orders;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Books the refund the reply speaks of. */
public record IssueRefund(Orders orders) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) throws Exception {
    return Map.of(CaseState.REFUNDED, orders.refund(state.order()));
  }
}
