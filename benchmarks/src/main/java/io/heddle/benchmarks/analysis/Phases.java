package io.heddle.benchmarks.analysis;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What named phases take, one after the other, each on as many threads as it likes. */
final class Phases {
  private static final double NS_PER_S = 1e9;
  private static final double BYTES_PER_MB = 1 << 20;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  /** Does a phase's work. */
  <T> T measure(String phase, Supplier<T> work) {
    long wall = System.nanoTime();
    long cpu = process.getProcessCpuTime();
    T result = work.get();
    costs.put(phase, new Cost(System.nanoTime() - wall, process.getProcessCpuTime() - cpu));
    return result;
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
