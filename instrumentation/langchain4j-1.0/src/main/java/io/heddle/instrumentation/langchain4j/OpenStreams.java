package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/**
 * Streaming calls by the object that will hear of their end; of several with the same one the
 * youngest is heard of first. Thread-safe.
 */
final class OpenStreams {
  private final WeakIdentityMap<Stream> byHandler = new WeakIdentityMap<>();

  /** A call, and the one before it that has not ended either. */
  private record Stream(Execution call, @Nullable Stream earlier) {}

  synchronized void add(Object handler, Execution call) {
    byHandler.put(handler, new Stream(call, byHandler.get(handler)));
  }

  /** The call whose end that object hears of; null if there is none. */
  synchronized @Nullable Execution take(Object handler) {
    Stream youngest = byHandler.remove(handler);
    if (youngest == null) {
      return null;
    }
    if (youngest.earlier() != null) {
      byHandler.put(handler, youngest.earlier());
    }
    return youngest.call();
  }

  /** Whether that call was still open: nobody will hear of its end. */
  synchronized boolean remove(Object handler, Execution call) {
    Stream youngest = byHandler.get(handler);
    boolean open = youngest != null && youngest.call().equals(call);
    if (open) {
      take(handler);
    }
    return open;
  }
}
