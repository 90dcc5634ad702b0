package io.heddle.instrumentation.langchain4j;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.state.AgentState;

/** Nodes that call models in every way; it knows nothing of Heddle. */
final class ChatProgram {
  private static final ChatModel MODEL = new FakeModel();
  private static final StreamingChatModel STREAMING = new FakeModel.Streaming();

  private ChatProgram() {}

  public static void main(String[] args) throws Exception {
    System.out.println("outside " + MODEL.chat("nobody's"));
    try (OpenAiStandIn openAi = new OpenAiStandIn()) {
      ChatModel real =
          OpenAiChatModel.builder()
              .baseUrl(openAi.url())
              .apiKey("none")
              .modelName("gpt-4o")
              .temperature(0.0)
              .build();
      node("text", () -> MODEL.chat("hello"));
      node("list", () -> MODEL.chat(List.of(UserMessage.from("hello"))).aiMessage().text());
      node("twice", () -> MODEL.chat("same") + MODEL.chat("same") + MODEL.chat("different"));
      node("wrapped", () -> new FakeModel.Wrapping().chat("inner"));
      node("failing", () -> failure(() -> MODEL.chat("fail")));
      node("async", () -> MODEL.chatAsync("later").join());
      node("streaming", () -> streamed("chunks"));
      node("streamFailing", () -> failure(() -> streamed("fail")));
      node("openai", () -> real.chat("hello"));
    }
  }

  private static void node(String name, Supplier<String> body) throws Exception {
    AsyncNodeAction<AgentState> action =
        AsyncNodeAction.node_async(state -> {
          System.out.println("node " + name + " " + body.get());
          return Map.of();
        });
    new StateGraph<>(AgentState::new)
        .addNode(name, action)
        .addEdge(START, name)
        .addEdge(name, END)
        .compile()
        .invoke(Map.of());
  }

  private static String failure(Supplier<String> call) {
    try {
      return call.get();
    } catch (RuntimeException failure) {
      return failure.toString();
    }
  }

  private static String streamed(String text) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    STREAMING.chat(
        text,
        new StreamingChatResponseHandler() {
          @Override
          public void onCompleteResponse(ChatResponse response) {
            answer.complete(response.aiMessage().text());
          }

          @Override
          public void onError(Throwable error) {
            answer.completeExceptionally(error);
          }
        });
    return answer.join();
  }
}
