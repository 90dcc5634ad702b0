package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.langchain4j.OpenChats.Chat;
import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * {@code ChatModel.chat(ChatRequest)} and, where there is one, {@code chat(ChatRequest,
 * ChatRequestOptions)}: the interface's own methods, through which every model is asked that does
 * not replace them.
 */
final class ChatProbe implements Probe {
  private final OpenChats chats;

  ChatProbe(OpenChats chats) {
    this.chats = chats;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object request,
      @Nullable Object options,
      @Nullable Object third,
      @Nullable Object fourth) {
    return chats.begin(self, request);
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof Chat chat) {
      try {
        ModelAnswer.describe(chat.execution(), result);
      } finally {
        chats.end(chat, error);
      }
    }
    return result;
  }
}
