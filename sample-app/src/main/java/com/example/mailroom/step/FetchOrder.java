package com.example.mailroom.step;

import com.example.mailroom.desk.Orders;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Looks up the order the customer named. */
public record FetchOrder(Orders orders) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) throws Exception {
    return Map.of(CaseState.ORDER, orders.find(state.orderNumber()));
  }
}
