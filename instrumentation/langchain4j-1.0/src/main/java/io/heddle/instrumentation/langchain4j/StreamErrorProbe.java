package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/** {@code onError(Throwable)} of the handler that LangChain4j puts before the user's. */
final class StreamErrorProbe implements Probe {
  private static final Member USERS_HANDLER = Member.field("val$handler");

  private final OpenChats chats;

  StreamErrorProbe(OpenChats chats) {
    this.chats = chats;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object error,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Execution execution = self == null ? null : chats.streamed(USERS_HANDLER.in(self));
    if (execution != null) {
      execution.end(error instanceof Throwable failure ? failure : null);
    }
    return null;
  }
}
