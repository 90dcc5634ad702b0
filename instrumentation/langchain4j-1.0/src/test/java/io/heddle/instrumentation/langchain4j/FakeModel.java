package io.heddle.instrumentation.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers with the length of what it was asked, or fails when asked to. */
final class FakeModel implements ChatModel {
  static ChatResponse answer(ChatRequest request) {
    String asked = request.messages().toString();
    if (asked.contains("fail")) {
      throw new IllegalStateException("overloaded");
    }
    return ChatResponse.builder()
        .aiMessage(AiMessage.from("length " + asked.length()))
        .modelName("fake-1-2026")
        .tokenUsage(new TokenUsage(11, 7))
        .finishReason(FinishReason.STOP)
        .build();
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    return answer(request);
  }

  @Override
  public CompletableFuture<ChatResponse> doChatAsync(ChatRequest request) {
    return CompletableFuture.supplyAsync(() -> answer(request));
  }

  @Override
  public ModelProvider provider() {
    return ModelProvider.MISTRAL_AI;
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return DefaultChatRequestParameters.builder().modelName("fake-1").temperature(0.25).build();
  }

  /** A model that leaves the work to another. */
  static final class Wrapping implements ChatModel {
    private final ChatModel inner = new FakeModel();

    @Override
    public ChatResponse doChat(ChatRequest request) {
      return inner.chat(request);
    }
  }

  /** Answers, but says nothing of itself. */
  static final class Taciturn implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      return answer(request);
    }

    @Override
    public ModelProvider provider() {
      throw new UnsupportedOperationException("provider");
    }

    @Override
    public List<ChatModelListener> listeners() {
      return List.of();
    }
  }

  /** Throws at once, without a word to the handler. */
  static final class Refusing implements StreamingChatModel {
    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      throw new IllegalStateException("refused");
    }
  }

  /** Answers when it is told to, all that asked so far. */
  static final class Patient implements StreamingChatModel {
    private final List<Runnable> answers = new ArrayList<>();

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      answers.add(() -> handler.onCompleteResponse(answer(request)));
    }

    void answerAll() {
      answers.forEach(Runnable::run);
    }
  }

  /** A streaming model that leaves the work to another. */
  static final class WrappingStream implements StreamingChatModel {
    private final StreamingChatModel inner = new Streaming();

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      inner.chat(request, handler);
    }
  }

  /** Answers on a thread of its own. */
  static final class Streaming implements StreamingChatModel {
    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      new Thread(() -> stream(request, handler)).start();
    }

    private static void stream(ChatRequest request, StreamingChatResponseHandler handler) {
      try {
        ChatResponse answer = answer(request);
        handler.onPartialResponse(answer.aiMessage().text());
        handler.onCompleteResponse(answer);
      } catch (IllegalStateException overloaded) {
        handler.onError(overloaded);
      }
    }
  }
}
