package io.heddle.benchmarks.woven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures every row beside a floor in the same process, burst by burst in turn, under the packaged
 * agent, and prints their ratios: of the mean burst, which has in it whatever else the processors
 * did meanwhile (the drain takes some 12 ns a record, on this core if no other is free), of the
 * median one, and of the burst that nine of ten take longer than, which is what recording itself
 * costs.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar io.heddle.benchmarks.woven.Rows AGENT_JAR [SECONDS [PROCESSES [ROW]]]
 * </pre>
 *
 * <p>ROW is the name of a row; without it all are measured.
 */
public final class Rows {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private record Row(String name, Calls calls, int threads, boolean virtual, boolean unpredicted) {
    Plan plan(Duration measured) {
      return new Plan(calls, threads, virtual, unpredicted, WARM_UP, measured);
    }
  }

  private final Pairs pairs = new Pairs();

  /** The measured process's last words: calls and records. */
  private String told = "";

  private Rows() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    int processes = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    String only = args.length > 3 ? args[3] : "";
    for (Row row : rows()) {
      if (only.isEmpty() || only.equals(row.name())) {
        measure(row, agent, Duration.ofSeconds(seconds), processes);
      }
    }
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("leaf", Calls.LEAF, 1, false, false));
    rows.add(new Row("leaf, 2 threads", Calls.LEAF, 2, false, false));
    rows.add(new Row("leaf, not predicted", Calls.LEAF, 1, false, true));
    if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
      rows.add(new Row("leaf, virtual thread", Calls.LEAF, 1, true, false));
      rows.add(new Row("leaf, 2 virtual threads", Calls.LEAF, 2, true, false));
    }
    rows.add(new Row("node by probe", Calls.NODE, 1, false, false));
    rows.add(new Row("node with evidence", Calls.EVIDENCE, 1, false, false));
    return rows;
  }

  private static void measure(Row row, Path agent, Duration measured, int processes)
      throws IOException, InterruptedException {
    Rows all = new Rows();
    for (int i = 0; i < processes; i++) {
      Rows one = new Rows();
      one.run(command(agent, row.plan(measured)), all);
      System.out.println(one.line("  process " + (i + 1)) + "; " + one.told);
    }
    System.out.println(all.line(row.name()));
  }

  private static List<String> command(Path agent, Plan plan) {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    List<String> command = new ArrayList<>();
    command.add(java);
    command.add("-javaagent:" + agent);
    command.add("-Dheddle.extensions=" + ownJar());
    command.add("-Dotel.traces.exporter=none");
    command.add("-cp");
    command.add(ownJar());
    command.add(WovenProgram.class.getName());
    command.addAll(plan.arguments());
    return command;
  }

  private void run(List<String> command, Rows all) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
        all.take(line);
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measured process failed");
    }
  }

  private void take(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals(WovenProgram.PAIR)) {
      pairs.add(Long.parseLong(words[1]), Long.parseLong(words[2]));
    } else {
      told = line;
    }
  }

  private String line(String name) {
    return "%-26s %s".formatted(name, pairs.ratios());
  }

  private static String ownJar() {
    return Path.of(Rows.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
