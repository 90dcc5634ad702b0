package com.example.mailroom.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A model behind the chat completions API of OpenAI: same request, same answer. */
final class ChatCompletions implements Endpoint.Service {
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int WRITING_LEAST_TOKENS = 10;

  private final Pace writing;
  private final Pace deciding;

  ChatCompletions(long seed) {
    this.writing = new Pace(100, seed);
    this.deciding = new Pace(34, seed);
  }

  @Override
  public Endpoint.Reply reply(Endpoint.Request request) {
    JsonNode messages = request.body().get("messages");
    String task = text(messages.get(0));
    String question = text(messages.get(messages.size() - 1));
    String answer = Clerk.answer(task, question);
    Usage usage = new Usage(tokens(task) + tokens(question), tokens(answer));
    (usage.completion() > WRITING_LEAST_TOKENS ? writing : deciding).hold();
    return Endpoint.Reply.ok(completion(request.body().get("model").asText(), answer, usage));
  }

  private static String text(JsonNode message) {
    return message.get("content").asText();
  }

  private static int tokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  private record Usage(int prompt, int completion) {
    Map<String, Integer> json() {
      return Map.of(
          "prompt_tokens", prompt,
          "completion_tokens", completion,
          "total_tokens", prompt + completion);
    }
  }

  private static Map<String, Object> completion(String model, String answer, Usage usage) {
    Map<String, Object> message = Map.of("role", "assistant", "content", answer);
    return Map.of(
        "id",
        "chatcmpl-standin",
        "object",
        "chat.completion",
        "created",
        0,
        "model",
        model,
        "choices",
        List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
        "usage",
        usage.json());
  }
}
