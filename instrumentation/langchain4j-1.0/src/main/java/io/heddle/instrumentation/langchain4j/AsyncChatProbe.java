package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.langchain4j.OpenChats.Chat;
import io.heddle.instrumentation.spi.FutureEnd;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code ChatModel.chatAsync(ChatRequest, ChatRequestOptions)}: ends when its future is done. */
final class AsyncChatProbe implements Probe {
  private final OpenChats chats;

  AsyncChatProbe(OpenChats chats) {
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
      if (result instanceof CompletableFuture<?> answer) {
        Execution execution = chats.detach(chat);
        FutureEnd.tell(answer, (response, failure) -> end(execution, response, failure));
      } else {
        chats.end(chat, error);
      }
    }
    return result;
  }

  private static void end(
      Execution execution, @Nullable Object response, @Nullable Throwable failure) {
    try {
      ModelAnswer.describe(execution, response);
    } finally {
      execution.end(failure);
    }
  }
}
