package io.heddle.benchmarks.host;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bsc.langgraph4j.GraphStateException;

/**
 * Measures a LangGraph4j graph of 50 nodes that do nothing while recording goes on and off in the
 * same process, so that both sides have the same compiled code, caches and machine. Blocks of few
 * runs follow each other as on, off, off, on: what drifts meets both sides alike.
 */
final class ToggledProgram {
  private static final int NODES = 50;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** About 1.5 ms: most blocks then are free of the collector and of other processes. */
  private static final int RUNS_A_BLOCK = 4;

  private final ChainOfNodes chain = new ChainOfNodes(NODES);
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> off = new ArrayList<>();
  private long bytesAbove;
  private long runs;

  /** What one node took in one block, in ns, and all of them in bytes. */
  private record Block(double cpuNs, double wallNs, long bytes) {}

  private ToggledProgram() throws GraphStateException {}

  /**
   * Toggles and measures.
   *
   * @param args warm-up in seconds, measured seconds
   */
  public static void main(String[] args) throws GraphStateException {
    ToggledProgram program = new ToggledProgram();
    program.during(Long.parseLong(args[0]));
    program.forget();
    program.during(Long.parseLong(args[1]));
    program.print();
  }

  private void during(long seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      quartet();
    }
  }

  private void quartet() {
    Block first = block(true);
    Block second = block(false);
    Block third = block(false);
    Block fourth = block(true);
    wall.add((first.wallNs - second.wallNs - third.wallNs + fourth.wallNs) / 2);
    cpu.add((first.cpuNs - second.cpuNs - third.cpuNs + fourth.cpuNs) / 2);
    off.add((second.wallNs + third.wallNs) / 2);
    bytesAbove += first.bytes - second.bytes - third.bytes + fourth.bytes;
  }

  private Block block(boolean on) {
    RecordingSwitch.turn(on);
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    long begin = System.nanoTime();
    for (int i = 0; i < RUNS_A_BLOCK; i++) {
      chain.run();
    }
    long end = System.nanoTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    double nodes = (double) RUNS_A_BLOCK * NODES;
    long cpuNs = THREADS.getCurrentThreadCpuTime() - cpuBefore;
    runs += RUNS_A_BLOCK;
    return new Block(cpuNs / nodes, (end - begin) / nodes, bytes);
  }

  private void forget() {
    wall.clear();
    cpu.clear();
    off.clear();
    bytesAbove = 0;
  }

  private void print() {
    PairedDifferences above = PairedDifferences.of(wall);
    System.out.printf(
        Locale.ROOT,
        "above=%.1f from=%.1f to=%.1f mean=%.1f cpuAbove=%.1f off=%.1f bytesAbove=%.1f runs=%d calls=%d%n",
        above.median(),
        above.from(),
        above.to(),
        above.mean(),
        PairedDifferences.of(cpu).median(),
        PairedDifferences.of(off).median(),
        bytesAbove / (2.0 * wall.size() * RUNS_A_BLOCK * NODES),
        runs,
        runs * NODES);
  }
}
