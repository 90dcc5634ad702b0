package io.heddle.benchmarks.woven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures every row beside a floor of its own, under the packaged agent, and prints their ratios:
 * of the mean burst, which has in it whatever else the processors did meanwhile (the drain takes
 * some 12 ns a record, on this core if no other is free), of the median one, and of the burst that
 * nine of ten take longer than, which is what recording itself costs.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar io.heddle.benchmarks.woven.Rows AGENT_JAR [ITERATIONS [FORKS [ROW]]]
 * </pre>
 *
 * <p>ROW is the name of a row; without it all are measured.
 */
public final class Rows {
  static final String UNPREDICTED = "heddle.benchmark.unpredicted";

  private static final String VIRTUAL = "-Djmh.executor=VIRTUAL";
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final double MEDIAN = 50;
  private static final double QUIET = 10;

  private record Row(String name, String method, int threads, List<String> jvm) {}

  private Rows() {}

  public static void main(String[] args) throws RunnerException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int iterations = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    int forks = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    String only = args.length > 3 ? args[3] : "";
    List<String> table = new ArrayList<>();
    for (Row row : rows()) {
      if (only.isEmpty() || only.equals(row.name())) {
        table.add(measure(row, agent, iterations, forks));
      }
    }
    table.forEach(System.out::println);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("leaf", "leaf", 1, List.of()));
    rows.add(new Row("leaf, 2 threads", "leaf", 2, List.of()));
    rows.add(new Row("leaf, not predicted", "leaf", 1, List.of("-D" + UNPREDICTED + "=true")));
    if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
      rows.add(new Row("leaf, virtual thread", "leaf", 1, List.of(VIRTUAL)));
      rows.add(new Row("leaf, 2 virtual threads", "leaf", 2, List.of(VIRTUAL)));
    }
    rows.add(new Row("node by probe", "node", 1, List.of()));
    rows.add(new Row("node with evidence", "nodeWithEvidence", 1, List.of()));
    return rows;
  }

  private static String measure(Row row, Path agent, int iterations, int forks)
      throws RunnerException {
    List<String> jvm = new ArrayList<>(row.jvm());
    jvm.add("-javaagent:" + agent);
    jvm.add("-Dheddle.extensions=" + ownJar());
    jvm.add("-Dotel.traces.exporter=none");
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(WovenBenchmark.class.getName() + "\\.(floor|" + row.method() + ")$")
        .threads(row.threads())
        .forks(forks)
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.seconds(1))
        .jvmArgsAppend(jvm.toArray(String[]::new));
    return line(row, new Runner(options.build()).run());
  }

  private static String line(Row row, Collection<RunResult> results) {
    Statistics floor = new ListStatistics();
    Statistics cost = new ListStatistics();
    for (RunResult result : results) {
      Statistics bursts = result.getPrimaryResult().getStatistics();
      if (result.getParams().getBenchmark().endsWith(".floor")) {
        floor = bursts;
      } else {
        cost = bursts;
      }
    }
    return "%-26s %s; %s; %s"
        .formatted(
            row.name(),
            ratio("mean", cost.getMean(), floor.getMean()),
            ratio("median", cost.getPercentile(MEDIAN), floor.getPercentile(MEDIAN)),
            ratio("p10", cost.getPercentile(QUIET), floor.getPercentile(QUIET)));
  }

  private static String ratio(String what, double cost, double floor) {
    return "%s %.1f / %.1f ns = %.3f"
        .formatted(what, cost / WovenBenchmark.BURST, floor / WovenBenchmark.BURST, cost / floor);
  }

  private static String ownJar() {
    return Path.of(Rows.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
