package io.heddle.instrumentation.langchain4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** Model calls that have begun and not ended. Thread-safe. */
final class OpenChats {
  /**
   * A call on this thread.
   *
   * @param around the call of a model that this one is part of; null if there is none
   */
  record Chat(Execution execution, Object model, @Nullable Chat around) {}

  private final Recorder recorder;
  private final Requests requests = new Requests();

  @SuppressWarnings("ThreadLocalUsage") // one object of this class an agent
  private final ThreadLocal<@Nullable Chat> innermost = new ThreadLocal<>();

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
    Chat chat = new Chat(execution, model, innermost.get());
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
    turnTo(chat.around());
    recorder.lane().end(chat.execution(), error);
  }

  /** Takes a call off the thread that began it, to be ended anywhere. */
  Execution detach(Chat chat) {
    turnTo(chat.around());
    return recorder.lane().detach(chat.execution());
  }

  /** Has a call end anywhere, though it goes on on this thread until {@link #leave}. */
  void share(Chat chat) {
    Lane lane = recorder.lane();
    lane.enter(lane.detach(chat.execution()));
  }

  /** The call goes on elsewhere. */
  void leave(Chat shared) {
    turnTo(shared.around());
    recorder.lane().leave(shared.execution());
  }

  private void turnTo(@Nullable Chat around) {
    if (around == null) {
      innermost.remove();
    } else {
      innermost.set(around);
    }
  }

  /**
   * What begins on this thread happens where that call happened: below its node, whichever thread
   * this is.
   */
  Execution enterAround(Execution call) {
    return recorder.lane().enterAround(call);
  }

  /** Undoes {@link #enterAround}. */
  void leaveAround(Execution around) {
    recorder.lane().leave(around);
  }
}
