package io.heddle.instrumentation.opentelemetry;

import io.heddle.recorder.OpenSpan;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What one thread's open node looks like to others: the context that was current when it began,
 * with the node's span on top. Built when somebody asks. Holds contexts weakly, for a thread
 * outlives what ran on it.
 */
final class View {
  private final Api api;
  private final long node;
  private final WeakReference<Object> outside;

  /** The context outside is the root because nobody attached one; it may be attached inside. */
  private final boolean fromNothing;

  private WeakReference<@Nullable Object> inside = new WeakReference<>(null);

  /**
   * @param outside the context that was current when the node began
   */
  View(Api api, long node, Object outside) {
    this.api = api;
    this.node = node;
    this.outside = new WeakReference<>(outside);
    this.fromNothing = !api.isAnyAttached();
  }

  boolean isOf(Api copy, OpenSpan span) {
    return node == span.id() && api.equals(copy);
  }

  /** What takes the place of {@code context}, the current one, while the node is innermost. */
  Object of(Object context, OpenSpan span) {
    if (!isOutside(context)) {
      return context;
    }
    Object made = inside.get();
    if (made == null) {
      made = api.inside(context, span);
      inside = new WeakReference<>(made);
    }
    return made;
  }

  private boolean isOutside(Object context) {
    return fromNothing ? !api.isAnyAttached() : outside.refersTo(context);
  }
}
