package io.heddle.instrumentation.langchain4j;

import org.jspecify.annotations.Nullable;

/** Tells the overloads of {@code chat} apart: the others end up in the one with a request. */
final class Requests extends ClassValue<Boolean> {
  private static final String REQUEST = "dev.langchain4j.model.chat.request.ChatRequest";

  boolean isRequest(@Nullable Object argument) {
    return argument != null && get(argument.getClass());
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(REQUEST)) {
        return true;
      }
    }
    return false;
  }
}
