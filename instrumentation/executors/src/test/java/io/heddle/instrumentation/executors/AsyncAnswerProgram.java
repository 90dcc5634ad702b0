package io.heddle.instrumentation.executors;

import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.state.AgentState;

/** A graph with a node that asks its model on another thread. */
public final class AsyncAnswerProgram {
  private AsyncAnswerProgram() {}

  public static void main(String[] arguments) throws Exception {
    ChatModel model =
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder().aiMessage(AiMessage.from("fine")).build();
          }
        };
    AsyncNodeAction<AgentState> ask =
        state -> CompletableFuture.supplyAsync(() -> Map.of("answer", model.chat("how are you?")));
    var graph =
        new StateGraph<>(AgentState::new)
            .addNode("ask", ask)
            .addEdge(START, "ask")
            .addEdge("ask", END)
            .compile();
    System.out.println(graph.invoke(Map.of()).orElseThrow().data());
  }
}
