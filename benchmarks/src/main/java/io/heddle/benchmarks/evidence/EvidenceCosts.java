package io.heddle.benchmarks.evidence;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Switches each kind of evidence on alone, in a process of its own that sends to a sink on
 * loopback, and prints what a node costs its thread, the threads of the recorder, and the network.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar io.heddle.benchmarks.evidence.EvidenceCosts [ROUNDS [BURSTS]]
 * </pre>
 */
public final class EvidenceCosts {
  private static final String TIMES = "times, attempt, visit, cold";
  private static final String NAMES = "2 reads, 1 write";
  private static final String EQUALITY = "equality of these";
  private static final String PREFIX = "-Dheddle.evidence";
  private static final List<String> OFF =
      List.of("", ".equality", ".predecessors", ".cpu", ".memory");

  /**
   * A line of the table.
   *
   * @param base the name of the row it is compared with; its own if with none
   * @param on what is switched on
   */
  private record Row(String name, String base, Work work, List<String> on) {}

  /** What a node costs: thread and recorder in ns, network in bytes. */
  private record Cost(double node, double floor, double drain, double bytes) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(TIMES, "", Work.NOTHING, List.of()),
          new Row("a wait", TIMES, Work.WAIT, List.of()),
          new Row("a predecessor", TIMES, Work.PREDECESSOR, List.of(".predecessors")),
          new Row("a predecessor, switched off", TIMES, Work.PREDECESSOR, List.of()),
          new Row(NAMES, TIMES, Work.VALUES, List.of("")),
          new Row(EQUALITY, NAMES, Work.VALUES, List.of("", ".equality")),
          new Row("digests of these", EQUALITY, Work.VALUES, List.of("", ".equality", ".salt")),
          new Row("all three, switched off", TIMES, Work.VALUES, List.of()),
          new Row("CPU time and bytes, sampled", TIMES, Work.NOTHING, List.of(".cpu", ".memory")),
          new Row("node of 30 us", "", Work.MEDIUM, List.of()),
          new Row("bytes of each of 30 us", "node of 30 us", Work.MEDIUM, List.of(".memory")),
          new Row("node of 150 us", "", Work.SLOW, List.of()),
          new Row("CPU time of each of 150 us", "node of 150 us", Work.SLOW, List.of(".cpu")));

  private final AtomicLong received = new AtomicLong();
  private final HttpServer sink;

  private EvidenceCosts(HttpServer sink) {
    this.sink = sink;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 2 || !Arrays.stream(args).allMatch(arg -> arg.matches("[1-9]\\d{0,5}"))) {
      System.err.println("usage: EvidenceCosts [ROUNDS [BURSTS]], each from 1 to 999999 (3 600)");
      System.exit(2);
    }
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int bursts = args.length > 1 ? Integer.parseInt(args[1]) : 600;
    HttpServer sink =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      new EvidenceCosts(sink).measure(rounds, bursts);
    } finally {
      sink.stop(0);
    }
  }

  private void measure(int rounds, int bursts) throws IOException, InterruptedException {
    sink.createContext(
        "/",
        exchange -> {
          received.addAndGet(exchange.getRequestBody().readAllBytes().length);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    sink.start();
    Map<String, List<Cost>> costs = new HashMap<>();
    for (int i = 0; i < rounds; i++) {
      for (Row row : ROWS) {
        costs.computeIfAbsent(row.name(), first -> new ArrayList<>()).add(run(row, bursts));
      }
    }
    System.out.println(
        "| | ns on its thread | above | / two clock readings "
            + "| ns of the recorder's threads | above | bytes sent | above |\n"
            + "|---|---|---|---|---|---|---|---|");
    Map<String, Cost> medians = new HashMap<>();
    for (Row row : ROWS) {
      Cost cost = median(costs.getOrDefault(row.name(), List.of()));
      medians.put(row.name(), cost);
      print(row, cost, medians.getOrDefault(row.base(), cost));
    }
  }

  private static void print(Row row, Cost cost, Cost base) {
    System.out.printf(
        "| %s | %.1f | %+.1f | %+.3f | %.0f | %+.0f | %.0f | %+.0f |%n",
        row.name(),
        cost.node(),
        cost.node() - base.node(),
        (cost.node() - base.node()) / cost.floor(),
        cost.drain(),
        cost.drain() - base.drain(),
        cost.bytes(),
        cost.bytes() - base.bytes());
  }

  private Cost run(Row row, int bursts) throws IOException, InterruptedException {
    long before = received.get();
    Process process =
        new ProcessBuilder(command(row, bursts))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !said.endsWith(" dropped=0\n")) {
      throw new IllegalStateException(row.name() + " failed or dropped records: " + said);
    }
    double executions = (double) row.work().burst() * bursts * 2;
    return new Cost(
        figure(said, "nodeNs"),
        figure(said, "floorNs"),
        figure(said, "drainNs"),
        (received.get() - before) / executions);
  }

  private List<String> command(Row row, int bursts) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String kind : OFF) {
      command.add(PREFIX + kind + "=" + (row.on().contains(kind) ? "on" : "off"));
    }
    if (row.on().contains(".salt")) {
      command.add(PREFIX + ".salt=a salt that nobody knows");
    }
    command.add("-Dotel.metrics.exporter=none");
    command.add("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + sink.getAddress().getPort());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EvidenceProgram.class.getName(), row.work().name()));
    command.addAll(List.of(Integer.toString(bursts), Integer.toString(bursts)));
    return command;
  }

  private static double figure(String said, String name) {
    return Arrays.stream(said.trim().split(" ", -1))
        .filter(word -> word.startsWith(name + "="))
        .mapToDouble(word -> Double.parseDouble(word.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs.stream().mapToDouble(Cost::node).toArray()),
        median(costs.stream().mapToDouble(Cost::floor).toArray()),
        median(costs.stream().mapToDouble(Cost::drain).toArray()),
        median(costs.stream().mapToDouble(Cost::bytes).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
