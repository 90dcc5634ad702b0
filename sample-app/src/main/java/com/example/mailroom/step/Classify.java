package com.example.mailroom.step;

import static dev.langchain4j.data.message.SystemMessage.systemMessage;
import static dev.langchain4j.data.message.UserMessage.userMessage;

import dev.langchain4j.model.chat.ChatModel;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Asks the model what the mail is about. */
public record Classify(ChatModel model) implements NodeAction<CaseState> {
  private static final String TASK =
      """
      You sort the mails of a web shop. Answer with one word:
      delivery, refund, question or advert.
      """;

  @Override
  public Map<String, Object> apply(CaseState state) {
    String mail = state.subject() + "\n\n" + state.text();
    String word = model.chat(systemMessage(TASK), userMessage(mail)).aiMessage().text();
    return Map.of(CaseState.CATEGORY, Category.named(word));
  }
}
