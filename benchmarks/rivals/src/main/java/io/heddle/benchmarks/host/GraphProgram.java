package io.heddle.benchmarks.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.bsc.langgraph4j.GraphStateException;

/** Measures runs per second of a LangGraph4j graph of 50 nodes that do nothing. */
final class GraphProgram {
  private static final int NODES = 50;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private GraphProgram() {}

  /**
   * Runs the graph as long as asked.
   *
   * @param args warm-up in seconds, measured seconds; 0 and 0 runs once and says so
   */
  public static void main(String[] args) throws GraphStateException, IOException {
    ChainOfNodes chain = new ChainOfNodes(NODES);
    int size = chain.run();
    System.out.println("first run");
    long early = System.nanoTime();
    long warm = during(chain, Long.parseLong(args[0]));
    double earlySeconds = (System.nanoTime() - early) / 1e9;
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    long runs = during(chain, Long.parseLong(args[1]));
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "runsPerSecond=%.1f earlyRunsPerSecond=%.1f cpuUsPerRun=%.2f peakKb=%d runs=%d calls=%d size=%d%n",
        runs / seconds,
        warm / earlySeconds,
        runs == 0 ? 0 : cpuSeconds * 1e6 / runs,
        peakKb(),
        runs + warm + 1,
        (runs + warm + 1) * NODES,
        size);
  }

  private static long during(ChainOfNodes chain, long seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long runs = 0;
    while (System.nanoTime() < end) {
      chain.run();
      runs++;
    }
    return runs;
  }

  private static long peakKb() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }
}
