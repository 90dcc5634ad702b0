package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/**
 * {@code onCompleteResponse(ChatResponse)} and {@code onError(Throwable)} of the handler that
 * LangChain4j puts before the user's: the call ends before the user's handler works with what it is
 * told. Tools and further calls that the handler starts belong to the same node.
 */
final class StreamEndProbe implements Probe {
  private static final Member USERS_HANDLER = Member.field("val$handler");

  private final OpenChats chats;
  private final OpenStreams streams;

  StreamEndProbe(OpenChats chats, OpenStreams streams) {
    this.chats = chats;
    this.streams = streams;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object told,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Execution call = self == null ? null : streams.take(USERS_HANDLER.in(self));
    if (call == null) {
      return null;
    }
    end(call, told);
    return chats.enterAround(call);
  }

  private static void end(Execution call, @Nullable Object told) {
    if (told instanceof Throwable failure) {
      call.end(failure);
      return;
    }
    try {
      ModelAnswer.describe(call, told);
    } finally {
      call.end(null);
    }
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof Execution around) {
      chats.leaveAround(around);
    }
    return result;
  }
}
