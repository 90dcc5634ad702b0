package io.heddle.benchmarks.host;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bsc.langgraph4j.GraphStateException;

/**
 * Measures a LangGraph4j graph of 50 nodes that do nothing while the agent's kill switch goes on
 * and off in the same process, so that both sides have the same compiled code, caches and machine.
 */
final class ToggledProgram {
  private static final int NODES = 50;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Pairs of phases until the compiler has seen both sides often enough. */
  private static final int UNMEASURED = 2;

  /** The agent looks at its file once a second. */
  private static final long SETTLING_NS = 1_150_000_000L;

  private final ChainOfNodes chain = new ChainOfNodes(NODES);
  private final Path settings;
  private final long phaseNs;
  private long runs;

  /** What one node took in one phase. */
  private record Phase(double cpuNs, double wallNs, double bytes) {}

  private ToggledProgram(Path settings, long phaseNs) throws GraphStateException {
    this.settings = settings;
    this.phaseNs = phaseNs;
  }

  /**
   * Toggles and measures.
   *
   * @param args the agent's settings file; warm-up in seconds; pairs of phases; their length in ms
   */
  public static void main(String[] args)
      throws GraphStateException, IOException, InterruptedException {
    ToggledProgram program =
        new ToggledProgram(Path.of(args[0]), Long.parseLong(args[3]) * 1_000_000);
    program.run(Long.parseLong(args[1]) * 1_000_000_000L, Integer.parseInt(args[2]));
  }

  private void run(long warmUpNs, int pairs) throws IOException {
    List<Phase> on = new ArrayList<>();
    List<Phase> off = new ArrayList<>();
    during(warmUpNs);
    for (int i = 0; i < UNMEASURED; i++) {
      phase(false);
      phase(true);
    }
    for (int i = 0; i < pairs; i++) {
      off.add(phase(false));
      on.add(phase(true));
    }
    System.out.printf(
        Locale.ROOT,
        "cpuOn=%.1f cpuOff=%.1f wallOn=%.1f wallOff=%.1f bytesOn=%.1f bytesOff=%.1f runs=%d%n",
        median(on, Phase::cpuNs),
        median(off, Phase::cpuNs),
        median(on, Phase::wallNs),
        median(off, Phase::wallNs),
        median(on, Phase::bytes),
        median(off, Phase::bytes),
        runs);
  }

  private Phase phase(boolean on) throws IOException {
    Files.writeString(settings, "heddle.enabled=" + on + "\n"); // of another size each time
    during(SETTLING_NS);
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long begin = System.nanoTime();
    double nodes = during(phaseNs) * (double) NODES;
    return new Phase(
        (THREADS.getCurrentThreadCpuTime() - cpu) / nodes,
        (System.nanoTime() - begin) / nodes,
        (THREADS.getCurrentThreadAllocatedBytes() - bytes) / nodes);
  }

  private long during(long nanos) {
    long end = System.nanoTime() + nanos;
    long before = runs;
    while (System.nanoTime() < end) {
      chain.run();
      runs++;
    }
    return runs - before;
  }

  private interface Figure {
    double of(Phase phase);
  }

  private static double median(List<Phase> phases, Figure figure) {
    double[] sorted = phases.stream().mapToDouble(figure::of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
