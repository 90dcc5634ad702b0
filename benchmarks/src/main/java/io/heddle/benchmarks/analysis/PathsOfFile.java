package io.heddle.benchmarks.analysis;

import com.sun.management.OperatingSystemMXBean;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the critical paths of one file cost, for {@code benchmarks/peers/run}: {@code PathsOfFile
 * FILE} prints the spans, the spans on the paths, and two means in nanoseconds of the process's CPU
 * time, its compiler and collector included: from spans to paths, and of the paths alone.
 */
public final class PathsOfFile {
  private static final int FEWEST_PASSES = 5;
  private static final long WARM_UP_NS = 4_000_000_000L;
  private static final long ENOUGH_NS = 2_000_000_000L;

  private final Spans spans;
  private List<Run> runs = List.of();
  private List<CriticalPath> paths = List.of();

  private PathsOfFile(Spans spans) {
    this.spans = spans;
  }

  /** Measures the file that the argument names. */
  public static void main(String[] file) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    reader.read(Path.of(file[0]));
    reader.finish();
    new PathsOfFile(tables.get(0)).measure();
  }

  private void measure() {
    long whole = mean(this::assembleAndWalk);
    long walk = mean(this::walk);
    long onPath = paths.stream().mapToLong(PathsOfFile::owners).sum();
    System.out.println(spans.size() + " " + onPath + " " + whole + " " + walk);
  }

  private void assembleAndWalk() {
    runs = new RunAssembler().assemble(spans).runs();
    walk();
  }

  private void walk() {
    paths = runs.stream().flatMap(run -> CriticalPath.of(run, Overlap.TOLERANT).stream()).toList();
  }

  private static long owners(CriticalPath path) {
    return path.sections().stream().map(it -> it.owner().spanId()).distinct().count();
  }

  /** A mean over many passes, since the clock of CPU time is coarse. */
  private static long mean(Runnable pass) {
    mean(pass, WARM_UP_NS);
    return mean(pass, ENOUGH_NS);
  }

  private static long mean(Runnable pass, long enoughNs) {
    long begin = cpuNs();
    int passes = 0;
    while (passes < FEWEST_PASSES || cpuNs() - begin < enoughNs) {
      pass.run();
      passes++;
    }
    return (cpuNs() - begin) / passes;
  }

  private static long cpuNs() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
