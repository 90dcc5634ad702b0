package io.heddle.recorder;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whoever else traces this process. Thread-safe; what it throws is caught and counted. */
public interface HostTracing {
  /** Nobody does. */
  HostTracing NONE =
      new HostTracing() {
        @Override
        public @Nullable HostSpan current() {
          return null;
        }

        @Override
        public Map<String, String> resource() {
          return Map.of();
        }

        @Override
        public void untraced(Runnable task) {
          task.run();
        }
      };

  /**
   * The calling thread's current span: what begins here becomes its child. Null if there is none.
   */
  @Nullable HostSpan current();

  /** Its resource attributes that are text, by name; empty where it does not tell. */
  Map<String, String> resource();

  /** Runs {@code task} on this thread, hidden from the other tracer, exactly once. */
  void untraced(Runnable task);
}
