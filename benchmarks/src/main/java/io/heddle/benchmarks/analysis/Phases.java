package io.heddle.benchmarks.analysis;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up what named phases of one thread's work take. Not thread-safe. */
final class Phases {
  private static final double NS_PER_S = 1e9;
  private static final double BYTES_PER_MB = 1 << 20;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  /** Does a piece of the phase's work. */
  <T> T measure(String phase, Supplier<T> work) {
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    T result = work.get();
    Cost cost = new Cost(System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
    costs.merge(phase, cost, Cost::plus);
    return result;
  }

  /** Does a piece of the phase's work that gives nothing back. */
  void measure(String phase, Runnable work) {
    measure(
        phase,
        () -> {
          work.run();
          return phase;
        });
  }

  /** A line a phase, then their sum and the most heap that was in use. */
  String describe(long spans) {
    StringBuilder text = new StringBuilder("phase            wall s   CPU s    spans/s\n");
    costs.forEach((phase, cost) -> text.append(line(phase, cost, spans)));
    Cost whole = costs.values().stream().reduce(Cost.NONE, Cost::plus);
    return text.append(line("together", whole, spans))
        .append(String.format(Locale.ROOT, "%d spans, peak heap %.0f MB%n", spans, peakHeap()))
        .toString();
  }

  private static String line(String phase, Cost cost, long spans) {
    double wall = cost.wallNs / NS_PER_S;
    return String.format(
        Locale.ROOT,
        "%-15s %7.2f %7.2f %,10.0f%n",
        phase,
        wall,
        cost.cpuNs / NS_PER_S,
        wall == 0 ? 0 : spans / wall);
  }

  private static double peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / BYTES_PER_MB;
  }

  private record Cost(long wallNs, long cpuNs) {
    static final Cost NONE = new Cost(0, 0);

    Cost plus(Cost other) {
      return new Cost(wallNs + other.wallNs, cpuNs + other.cpuNs);
    }
  }
}
