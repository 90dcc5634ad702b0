package io.heddle.recorder.jvm;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how full the heap is and how busy the process. One thread at a time. */
public final class HostLoad {
  private final List<MemoryPoolMXBean> pools;
  private final @Nullable OperatingSystemMXBean system;

  private HostLoad(List<MemoryPoolMXBean> pools, @Nullable OperatingSystemMXBean system) {
    this.pools = pools;
    this.system = system;
  }

  /** What this JVM tells; null if it tells nothing. Loads the JDK's management modules. */
  public static @Nullable HostLoad find() {
    try {
      List<MemoryPoolMXBean> pools =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .toList();
      return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
          ? new HostLoad(pools, system)
          : new HostLoad(pools, null);
    } catch (RuntimeException | LinkageError notInThisRuntimeImage) {
      return null;
    }
  }

  /**
   * How much of the fullest part of the heap is live, from 0 to 1: what the last collection there
   * left, or less if less is used now. 0 before the first collection. Parts without a bound of
   * their own do not count.
   */
  public double heap() {
    double fullest = 0;
    for (MemoryPoolMXBean pool : pools) {
      fullest =
          Math.max(fullest, Math.min(share(pool.getCollectionUsage()), share(pool.getUsage())));
    }
    return fullest;
  }

  private static double share(@Nullable MemoryUsage usage) {
    return usage == null || usage.getMax() <= 0 ? 0 : (double) usage.getUsed() / usage.getMax();
  }

  /** The process's share of all processors since the last call, from 0 to 1; 0 if unknown. */
  public double cpu() {
    return system == null ? 0 : Math.max(0, system.getProcessCpuLoad());
  }
}
