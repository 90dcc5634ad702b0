package io.heddle.benchmarks.rivals;

import io.heddle.benchmarks.rivals.Rounds.Result;
import java.util.List;

/** What the results say, contender by contender. The first one is what the others are held to. */
final class Tables {
  private Tables() {}

  static Table leaf(List<Result> results) {
    Table table =
        new Table(
            "",
            "one call / two clock readings",
            "above the floor, ns",
            "ns (p10)",
            "floor, ns (p10)",
            "the span around, us",
            "bytes a call",
            "records arrived");
    for (Result result : results) {
      table.row(
          result.contender().name(),
          result.median(o -> o.figure("leafP50") / o.figure("floorP50")),
          result.median(o -> o.figure("leafP50") - o.figure("floorP50")),
          result.median("leafP10"),
          result.median("floorP10"),
          result.median("aroundP50") / 1000,
          result.median("bytes"),
          result.arrived());
    }
    return table;
  }

  static Table graph(List<Result> results, int nodes) {
    Table table =
        new Table(
            "",
            "runs/s",
            "of no agent",
            "ns a node above",
            "of no agent while warming up",
            "CPU a run, of no agent",
            "peak RSS above, MB",
            "records arrived");
    Result base = results.get(0);
    double runs = base.median("runsPerSecond");
    double early = base.median("earlyRunsPerSecond");
    for (Result result : results) {
      double own = result.median("runsPerSecond");
      table.row(
          result.contender().name(),
          own,
          own / runs,
          (1e9 / own - 1e9 / runs) / nodes,
          result.median("earlyRunsPerSecond") / early,
          result.median("cpuUsPerRun") / base.median("cpuUsPerRun"),
          (result.median("peakKb") - base.median("peakKb")) / 1024,
          result.arrived());
    }
    return table;
  }

  static Table toggled(List<Result> results) {
    Table table =
        new Table(
            "",
            "runs/s on, of off",
            "ns a node above off",
            "from (95 %)",
            "to",
            "CPU of the thread, ns a node above off",
            "bytes a node above off");
    for (Result result : results) {
      table.row(
          result.contender().name(),
          result.median(o -> o.figure("off") / (o.figure("off") + o.figure("above"))),
          result.median("above"),
          result.median("from"),
          result.median("to"),
          result.median("cpuAbove"),
          result.median("bytesAbove"));
    }
    return table;
  }

  static Table start(List<Result> results) {
    Table table = new Table("", "to the first line, ms", "above the empty agent", "to the end, ms");
    double empty = results.get(0).median(HostProgram.Outcome::firstLineMs);
    for (Result result : results) {
      double own = result.median(HostProgram.Outcome::firstLineMs);
      table.row(
          result.contender().name(), own, own - empty, result.median(HostProgram.Outcome::wallMs));
    }
    return table;
  }
}
