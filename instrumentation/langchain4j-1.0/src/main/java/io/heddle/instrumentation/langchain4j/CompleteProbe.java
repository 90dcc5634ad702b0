package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/**
 * {@code onCompleteResponse(ChatResponse)} of the handler that LangChain4j puts before the user's:
 * the call ends before the user's handler works with the response.
 */
final class CompleteProbe implements Probe {
  private static final Member USERS_HANDLER = Member.field("val$handler");

  private final OpenChats chats;

  CompleteProbe(OpenChats chats) {
    this.chats = chats;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object response,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Execution execution = self == null ? null : chats.streamed(USERS_HANDLER.in(self));
    if (execution != null) {
      try {
        ModelAnswer.describe(execution, response);
      } finally {
        execution.end(null);
      }
    }
    return null;
  }
}
