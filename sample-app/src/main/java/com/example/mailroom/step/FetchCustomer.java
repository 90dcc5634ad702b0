package com.example.mailroom.step;

import com.example.mailroom.desk.CustomerDirectory;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Looks up who wrote the mail. */
public record FetchCustomer(CustomerDirectory customers) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) throws Exception {
    return Map.of(CaseState.CUSTOMER, customers.find(state.sender()));
  }
}
