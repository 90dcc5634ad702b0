package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.langchain4j.OpenChats.Chat;
import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * {@code StreamingChatModel.chat(ChatRequest, ..., StreamingChatResponseHandler)}: begins a call
 * that ends when the handler hears of the complete response or of an error.
 */
final class StreamingChatProbe implements Probe {
  private final OpenChats chats;
  private final OpenStreams streams;

  StreamingChatProbe(OpenChats chats, OpenStreams streams) {
    this.chats = chats;
    this.streams = streams;
  }

  private record Started(Chat chat, Object handler) {}

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object request,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Object handler = third != null ? third : second;
    Chat chat = handler == null ? null : chats.begin(self, request);
    if (handler == null || chat == null) {
      return null;
    }
    chats.share(chat);
    streams.add(handler, chat.execution());
    return new Started(chat, handler);
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof Started started) {
      chats.leave(started.chat());
      if (error != null && streams.remove(started.handler(), started.chat().execution())) {
        started.chat().execution().end(error);
      }
    }
    return result;
  }
}
