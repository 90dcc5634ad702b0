package io.heddle.cli;

import io.heddle.core.Options;
import io.heddle.mapping.Decision;
import io.heddle.otlp.TraceReader;
import io.heddle.runs.LeftOut;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import io.heddle.runs.RunStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads files piece by piece and keeps no run of them. */
final class Streaming {
  private static final int PIECE = 16_384;
  private static final int WAITING = 16_384;

  private final Inputs inputs;
  private final Predicate<Run> filter;
  private final Clocks clocks;
  private final Map<Decision, Long> decisions = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private long runs;
  private long passed;
  private long unmapped;
  private long duplicates;

  Streaming(Inputs inputs, Predicate<Run> filter, Clocks clocks) {
    this.inputs = inputs;
    this.filter = filter;
    this.clocks = clocks;
  }

  /** Hands the runs on that pass the filters. */
  void read(Console console, Consumer<Run> target) {
    Consumer<Run> repaired = run -> clocks.repair(List.of(run), console).forEach(target);
    RunStream stream =
        new RunStream(RunStream.Limits.ofSize(WAITING), result -> take(result, repaired));
    inputs.readAll(TraceReader.continuing(PIECE, table -> stream.add(table, 0)), console);
    stream.finish();
    problems.addAll(inputs.problems());
    LeftOut leftOut = new LeftOut(duplicates, stream.late(), stream.cut(), stream.continued());
    leftOut.lines().forEach(console::say);
    problems.addAll(leftOut.lines());
    if (passed == 0) {
      console.say(runs == 0 ? "there is no span to look at" : "no run passes the filters");
    }
  }

  Options.Reading reading() {
    return new Options.Reading(unmapped, problems);
  }

  /** What decided how all spans were understood. */
  List<Decision> mapping() {
    return decisions.entrySet().stream().map(it -> of(it.getKey(), it.getValue())).toList();
  }

  private void take(RunAssembler.Result result, Consumer<Run> target) {
    unmapped += result.unmapped();
    duplicates += result.duplicates();
    result.decisions().forEach(it -> decisions.merge(of(it, 0), it.spans(), Long::sum));
    for (Run run : result.runs()) {
      runs++;
      if (filter.test(run)) {
        passed++;
        target.accept(run);
      }
    }
  }

  private static Decision of(Decision decision, long spans) {
    return new Decision(
        decision.service(), decision.field(), decision.source(), decision.key(), spans);
  }
}
