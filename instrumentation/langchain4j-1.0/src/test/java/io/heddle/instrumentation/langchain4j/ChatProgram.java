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
      node("streamThenCall", ChatProgram::streamThenCall);
      node("streamFailingThenCall", ChatProgram::streamFailingThenCall);
      node("sameHandlerAfterFailure", ChatProgram::sameHandlerAfterFailure);
      node("sameHandlerTwice", ChatProgram::sameHandlerTwice);
      node("taciturn", ChatProgram::taciturn);
      node("wrappedStream", () -> streamed(new FakeModel.WrappingStream(), "chunks"));
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

  private static String taciturn() {
    ChatModel model = new FakeModel.Taciturn();
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 11; i++) { // more than a rule may fail
      answers.append(failure(() -> model.chat("who are you")));
    }
    return answers + MODEL.chat("and you");
  }

  private static String failure(Supplier<String> call) {
    try {
      return call.get();
    } catch (RuntimeException failure) {
      return failure.toString();
    }
  }

  private static String streamed(String text) {
    return streamed(STREAMING, text);
  }

  private static String streamed(StreamingChatModel model, String text) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    model.chat(text, new Handler(answer));
    return answer.join();
  }

  /** As an agent does with a tool's result: on the thread that the stream ends on. */
  private static String streamThenCall() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> first = new CompletableFuture<>();
    first.thenAccept(text -> answer.complete(MODEL.chat("tool says " + text)));
    STREAMING.chat("which tool", new Handler(first));
    return answer.join();
  }

  private static String streamFailingThenCall() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> first = new CompletableFuture<>();
    first.exceptionally(failure -> {
      answer.complete(MODEL.chat("instead"));
      return "";
    });
    STREAMING.chat("fail", new Handler(first));
    return answer.join();
  }

  private static String sameHandlerAfterFailure() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Handler handler = new Handler(answer);
    System.out.println(failure(() -> refused(handler)));
    STREAMING.chat("again", handler);
    return answer.join();
  }

  private static String refused(Handler handler) {
    new FakeModel.Refusing().chat("never", handler);
    return "never";
  }

  private static String sameHandlerTwice() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> both = new CompletableFuture<>();
    Handler handler = new Handler(both);
    both.thenAccept(text -> STREAMING.chat("second", new Handler(answer)));
    FakeModel.Patient patient = new FakeModel.Patient();
    patient.chat("first", handler);
    patient.chat("first", handler);
    patient.answerAll();
    return answer.join();
  }

  /** Completes a future with what it is told last. */
  private record Handler(CompletableFuture<String> answer) implements StreamingChatResponseHandler {
    @Override
    public void onCompleteResponse(ChatResponse response) {
      answer.complete(response.aiMessage().text());
    }

    @Override
    public void onError(Throwable error) {
      answer.completeExceptionally(error);
    }
  }
}
