package com.example.mailroom.step;

import static dev.langchain4j.data.message.SystemMessage.systemMessage;
import static dev.langchain4j.data.message.UserMessage.userMessage;

import dev.langchain4j.model.chat.ChatModel;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/**
 * Has the model check the draft against one rule of the house.
 *
 * @param model which model checks
 * @param key where the result is kept
 * @param rule what the draft must not break
 */
public record CheckDraft(ChatModel model, String key, String rule)
    implements NodeAction<CaseState> {
  static final String POLICY = "policy_ok";
  static final String TONE = "tone_ok";
  static final String COMPLIANCE = "compliance_ok";

  public static CheckDraft policy(ChatModel model) {
    return new CheckDraft(model, POLICY, "Promise nothing beyond our terms of return.");
  }

  public static CheckDraft tone(ChatModel model) {
    return new CheckDraft(model, TONE, "Be polite, and blame neither customer nor carrier.");
  }

  public static CheckDraft compliance(ChatModel model) {
    return new CheckDraft(model, COMPLIANCE, "Reveal no personal data of other customers.");
  }

  @Override
  public Map<String, Object> apply(CaseState state) {
    String task = "You check replies of a web shop. Rule: " + rule + " Answer pass or fail.";
    String draft = state.draft().orElseThrow();
    String answer = model.chat(systemMessage(task), userMessage(draft)).aiMessage().text();
    return Map.of(key, answer.equals("pass"));
  }
}
