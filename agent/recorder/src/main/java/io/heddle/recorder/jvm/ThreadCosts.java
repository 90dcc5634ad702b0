package io.heddle.recorder.jvm;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the calling thread has used up since it began. Platform threads only. Thread-safe;
 * asking allocates nothing.
 */
public final class ThreadCosts {
  /** Less than any thread can have used. */
  public static final long UNKNOWN = -1;

  private final ThreadMXBean threads;
  private final boolean tellsCpu;
  private final boolean tellsMemory;

  private ThreadCosts(ThreadMXBean threads, boolean cpu, boolean memory) {
    this.threads = threads;
    this.tellsCpu =
        cpu && threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    this.tellsMemory =
        memory
            && threads.isThreadAllocatedMemorySupported()
            && threads.isThreadAllocatedMemoryEnabled();
  }

  /**
   * What is wanted and this JVM tells; null when that is nothing. Loads the JDK's management
   * modules, which takes some ten milliseconds.
   *
   * @param cpu whether CPU time is wanted
   * @param memory whether allocated bytes are wanted
   */
  public static @Nullable ThreadCosts find(boolean cpu, boolean memory) {
    if (!cpu && !memory) {
      return null;
    }
    try {
      return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
          ? new ThreadCosts(threads, cpu, memory)
          : null;
    } catch (RuntimeException | LinkageError notInThisRuntimeImage) {
      return null;
    }
  }

  /** CPU time in ns, user and system; or {@link #UNKNOWN}. */
  public long cpuNs() {
    return tellsCpu ? threads.getCurrentThreadCpuTime() : UNKNOWN;
  }

  /** Bytes allocated on the heap, collected ones too; or {@link #UNKNOWN}. */
  public long allocatedBytes() {
    return tellsMemory ? threads.getCurrentThreadAllocatedBytes() : UNKNOWN;
  }
}
