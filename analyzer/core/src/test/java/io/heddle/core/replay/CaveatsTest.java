package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heddle.core.RunSketch;
import io.heddle.core.replay.Caveat.Kind;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaveatsTest {
  private static final int RUNS = 100;
  private final Random random = new Random(11);

  /** Adds the nodes of one run. */
  private interface Shape {
    RunSketch draw(RunSketch run);
  }

  @Test
  void branchesThatOnlyMeet_giveNone() {
    assertThat(caveats(run -> run.node("x", 0, about(40)).node("y", 1, about(45)))).isEmpty();
    assertThat(caveats(run -> run.node("x", 0, about(20)).node("y", 1, about(60)))).isEmpty();
  }

  /** Only a slow x is stopped and followed by a fallback, and a faster one is not slow. */
  @Test
  void failuresOfWhatChanges_areKept() {
    assertThat(
            caveats(run -> {
              double end = about(40);
              return end < 45
                  ? run.node("x", 0, end)
                  : run.node("x", 0, 45).error("timeout").node("fallback", 46, 76);
            }))
        .extracting(Caveat::kind, Caveat::node)
        .containsExactly(tuple(Kind.FAILURE, "x"));
  }

  @Test
  void personsAndTimes_areKept_unlessTheyChangeThemselves() {
    Shape shape = run -> run.node("x", 0, about(40)).node("approve", 100, 1_000).type("human");
    assertThat(caveats(shape)).containsExactly(new Caveat(Kind.APPOINTMENT, "approve", RUNS));
    assertThat(Replay.of(runs(shape)).caveats(List.of(new Change.Scale("approve", 0.5)))).isEmpty();
  }

  @Test
  void waitsThatOtherRunsCause_areKept() {
    assertThat(caveats(run -> run.node("x", 20, about(60)).waited(15)))
        .containsExactly(new Caveat(Kind.QUEUE, "x", RUNS));
  }

  @Test
  void race_showsInEqualEnds() {
    assertThat(
            caveats(run -> {
              double first = Math.min(about(40), about(42));
              return run.node("x", 0, first).node("y", 0.1, first);
            }))
        .containsExactly(new Caveat(Kind.TOGETHER, "y", RUNS));
  }

  @Test
  void stream_showsInItsRegularEnd() {
    assertThat(
            caveats(run -> {
              double end = about(60);
              return run.node("x", 0, end).node("y", end / 5, end + 10 + random.nextDouble());
            }))
        .containsExactly(new Caveat(Kind.STREAM, "y", RUNS));
  }

  private List<Caveat> caveats(Shape shape) {
    return Replay.of(runs(shape)).caveats(List.of(new Change.Scale("x", 0.5)));
  }

  private List<Run> runs(Shape shape) {
    return IntStream.range(0, RUNS)
        .mapToObj(i -> RunSketch.of("w").id("r" + i).startingAt(i * 5_000.0))
        .map(run -> shape.draw(run).build())
        .toList();
  }

  private double about(double ms) {
    return ms * Math.exp(0.25 * random.nextGaussian());
  }
}
