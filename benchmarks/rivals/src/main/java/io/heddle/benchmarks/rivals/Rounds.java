package io.heddle.benchmarks.rivals;

import io.heddle.benchmarks.rivals.Contender.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs a program under every contender in turn, several times, so that all of them meet the same
 * moments of a shared machine.
 */
final class Rounds {
  /**
   * Bytes of one of Kieker's operation records in its binary format. Its files hold a few records
   * of other kinds, so that the count comes out about one in a thousand too high.
   */
  private static final long KIEKER_RECORD = 56;

  private final SpanSink sink;
  private final Path work;

  Rounds(SpanSink sink, Path work) {
    this.sink = sink;
    this.work = work;
  }

  /**
   * One process.
   *
   * @param arrived records that arrived where the contender sends them
   */
  record Turn(HostProgram.Outcome outcome, long arrived) {}

  /** A contender's processes. */
  record Result(Contender contender, List<Turn> turns) {
    double median(ToDoubleFunction<HostProgram.Outcome> figure) {
      double[] sorted = turns.stream().map(Turn::outcome).mapToDouble(figure).sorted().toArray();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double median(String figure) {
      return median(outcome -> outcome.figure(figure));
    }

    double total(String figure) {
      return turns.stream().mapToDouble(turn -> turn.outcome().figure(figure)).sum();
    }

    /** Records that arrived, of all calls and runs made; empty for who keeps them. */
    String arrived() {
      if (contender.records() instanceof Records.Nowhere) {
        return "-";
      }
      long arrived = turns.stream().mapToLong(Turn::arrived).sum();
      return "%,d of %,.0f".formatted(arrived, total("calls") + total("runs"));
    }
  }

  List<Result> run(HostProgram program, List<Contender> contenders, int rounds)
      throws IOException, InterruptedException {
    Map<Contender, List<Turn>> turns = new LinkedHashMap<>();
    contenders.forEach(contender -> turns.put(contender, new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<Contender, List<Turn>> entry : turns.entrySet()) {
        System.err.println("round " + round + " of " + rounds + ": " + entry.getKey().name());
        entry.getValue().add(turn(program, entry.getKey()));
      }
    }
    return turns.entrySet().stream().map(e -> new Result(e.getKey(), e.getValue())).toList();
  }

  private Turn turn(HostProgram program, Contender contender)
      throws IOException, InterruptedException {
    sink.takeCount();
    HostProgram.Outcome outcome = program.run(contender, work);
    return new Turn(outcome, arrived(contender.records()));
  }

  private long arrived(Records records) throws IOException {
    if (records instanceof Records.ToFiles files) {
      return takeFiles(files.folder());
    }
    return records instanceof Records.ToSink ? sink.takeCount() : 0;
  }

  private static long takeFiles(Path folder) throws IOException {
    long bytes = 0;
    List<Path> written;
    try (Stream<Path> all = Files.walk(folder)) {
      written = all.filter(file -> file.toString().endsWith(".bin")).toList();
    }
    for (Path file : written) {
      bytes += Files.size(file);
      Files.delete(file);
    }
    return bytes / KIEKER_RECORD;
  }
}
