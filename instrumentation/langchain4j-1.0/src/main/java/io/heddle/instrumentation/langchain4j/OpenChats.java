package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** Model calls that have begun and not ended. Thread-safe. */
final class OpenChats {
  /** A call on this thread. */
  record Chat(Execution execution, Object model) {}

  private final Recorder recorder;
  private final Requests requests = new Requests();

  @SuppressWarnings("ThreadLocalUsage") // one object of this class an agent
  private final ThreadLocal<@Nullable Chat> innermost = new ThreadLocal<>();

  private final WeakIdentityMap<Execution> streams = new WeakIdentityMap<>();

  OpenChats(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * Begins a call on this thread.
   *
   * @return null if it is an overload without a request, no node runs here, or the same call is
   *     open already under another signature
   */
  @Nullable Chat begin(@Nullable Object model, @Nullable Object request) {
    return model == null || request == null || !requests.isRequest(request)
        ? null
        : beginBelowNode(model, request);
  }

  private @Nullable Chat beginBelowNode(Object model, Object request) {
    Lane lane = recorder.lane();
    Execution current = lane.current();
    if (current == null || isSameCall(current, model)) {
      return null;
    }
    ModelRequest asked = ModelRequest.of(model, request);
    Execution execution = lane.beginOperation(asked.spanName(), "llm");
    if (execution == null) {
      return null;
    }
    asked.describe(execution);
    Chat chat = new Chat(execution, model);
    innermost.set(chat);
    return chat;
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean isSameCall(Execution current, Object model) {
    Chat open = innermost.get();
    return open != null && open.execution() == current && open.model() == model;
  }

  /** Ends a call on the thread that began it. */
  void end(Chat chat, @Nullable Throwable error) {
    innermost.remove();
    recorder.lane().end(chat.execution(), error);
  }

  /** Takes a call off the thread that began it, to be ended anywhere. */
  Execution detach(Chat chat) {
    innermost.remove();
    return recorder.lane().detach(chat.execution());
  }

  /** Remembers a streaming call by the object that will hear of its end. */
  void stream(Object handler, Execution execution) {
    streams.put(handler, execution);
  }

  /** Whether a call for that handler is open: one signature calls the other. */
  boolean isStreaming(Object handler) {
    return streams.get(handler) != null;
  }

  /** The call whose end that object hears of, once. */
  @Nullable Execution streamed(Object handler) {
    return streams.remove(handler);
  }
}
