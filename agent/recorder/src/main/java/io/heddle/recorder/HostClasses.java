package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import java.lang.invoke.MethodHandles;

/**
 * The classes that woven code comes to with its first nodes. A thread of the application may have
 * next to no stack left then; what cannot be initialized once never can be, the JDK's classes
 * behind it neither, and of each class that cannot be loaded the JVM prints a line.
 */
final class HostClasses {
  private HostClasses() {}

  /** Initializes those that are not. */
  static void initialize() {
    MethodHandles.Lookup own = MethodHandles.lookup();
    for (Class<?> type : all()) {
      try {
        own.ensureInitialized(type);
      } catch (IllegalAccessException notOurs) {
        throw new IllegalStateException(notOurs);
      }
    }
  }

  private static Class<?>[] all() {
    return new Class<?>[] {
      VirtualThreads.class,
      LaneWatch.class,
      DrainThread.class,
      Fate.class,
      Run.class,
      VisitCounts.class,
      Execution.class,
      Node.class,
      Ring.class,
      SlotDescriptor.class,
      ExecutionDescriptor.class,
      Details.class,
      EndedLeaf.class,
      MeasuredLeaves.class
    };
  }
}
