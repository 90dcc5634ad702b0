package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.langchain4j.OpenChats.Chat;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/**
 * {@code StreamingChatModel.chat(ChatRequest, ..., StreamingChatResponseHandler)}: begins a call
 * that ends when the handler hears of the complete response or of an error.
 */
final class StreamingChatProbe implements Probe {
  private final OpenChats chats;

  StreamingChatProbe(OpenChats chats) {
    this.chats = chats;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object request,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Object handler = third != null ? third : second;
    if (handler == null || chats.isStreaming(handler)) {
      return null;
    }
    Chat chat = chats.begin(self, request);
    if (chat == null) {
      return null;
    }
    Execution execution = chats.detach(chat);
    chats.stream(handler, execution);
    return execution;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof Execution execution && error != null) {
      execution.end(error);
    }
    return result;
  }
}
