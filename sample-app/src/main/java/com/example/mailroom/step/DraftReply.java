package com.example.mailroom.step;

import static dev.langchain4j.data.message.SystemMessage.systemMessage;
import static dev.langchain4j.data.message.UserMessage.userMessage;

import dev.langchain4j.model.chat.ChatModel;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Has the model write the reply. */
public record DraftReply(ChatModel model) implements NodeAction<CaseState> {
  private static final String TASK =
      """
      You write the replies of a web shop: friendly, short, and only with facts you are given.
      """;

  @Override
  public Map<String, Object> apply(CaseState state) {
    String reply = model.chat(systemMessage(TASK), userMessage(facts(state))).aiMessage().text();
    return Map.of(CaseState.DRAFT, reply);
  }

  private static String facts(CaseState state) {
    return """
    Topic: %s
    Customer: %s
    Mail: %s
    Order: %s
    Parcel: %s
    Articles: %s
    """
        .formatted(
            state.category().word(),
            state.customer().name(),
            state.text(),
            state.order().summary(),
            state.shipment().map(Object::toString).orElse("unknown"),
            String.join("; ", state.articles()));
  }
}
