package io.heddle.instrumentation.langgraph4j;

import java.lang.ref.WeakReference;

/** What is known of a state class, which this does not keep: one object for each. Immutable. */
final class StateClass extends WeakReference<Class<?>> {
  private final boolean showsEveryRead;

  StateClass(Class<?> type, boolean showsEveryRead) {
    super(type);
    this.showsEveryRead = showsEveryRead;
  }

  /** Whether no value of a state is copied where nobody sees it being read. */
  boolean showsEveryRead() {
    return showsEveryRead;
  }
}
