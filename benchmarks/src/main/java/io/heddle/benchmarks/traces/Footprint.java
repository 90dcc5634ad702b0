package io.heddle.benchmarks.traces;

import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import io.heddle.runs.RunAssembler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a file of traces costs: {@code Footprint FILE}. CPU seconds of reading and of assembly,
 * and the heap that the spans and then their runs keep, after a full collection.
 */
public final class Footprint {
  /** Reads the file that the argument names. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("Footprint FILE");
      System.exit(2);
    }
    long heap = heap();
    long start = cpuNs();
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    reader.read(Path.of(arguments[0]));
    reader.finish();
    int spans = tables.get(0).size();
    tell("reading", start, heap, spans);
    start = cpuNs();
    RunAssembler.Result result = new RunAssembler().assemble(tables.get(0));
    tables.clear();
    tell("assembly", start, heap, spans);
    System.out.println(result.runs().size() + " runs");
  }

  private static void tell(String step, long startNs, long heapBefore, int spans) {
    long cpuMs = (cpuNs() - startNs) / 1_000_000;
    long heap = heap() - heapBefore;
    System.out.printf(
        "%s: %d ms CPU for %,d spans; heap kept so far %,d bytes, %d a span%n",
        step, cpuMs, spans, heap, heap / Math.max(1, spans));
  }

  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private Footprint() {}
}
