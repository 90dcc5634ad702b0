package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Lane;
import org.jspecify.annotations.Nullable;

/**
 * {@code AsyncGenerator$WithEmbed.next()}: asks either a run's own generator or the one a node
 * returned. When the latter fails, the engine is never asked again, so the run ends here. Before
 * any node has streamed there is no such one, and nothing is done.
 */
record StreamProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    return self != null && engine.streams().any() ? follow(self) : null;
  }

  private @Nullable Object follow(Object self) {
    Position here = Position.of(engine);
    GraphRun last = here.last();
    if (last != null && last.stream().isAskedThrough(self) && !last.stream().isUnderWay()) {
      return last;
    }
    Object generator = EmbedStack.generatorOf(self);
    GraphRun run = generator == null ? null : here.runOf(generator);
    if (run == null) {
      return null;
    }
    run.stream().askedThrough(self);
    return enter(run, EmbedStack.isEngineAsked(self));
  }

  private Object enter(GraphRun run, boolean isEngineAsked) {
    Lane lane = engine.recorder().lane();
    if (isEngineAsked) {
      run.stream().leave(lane);
      return run;
    }
    StreamVisit visit = run.stream().enter(lane);
    return visit == null ? run : visit;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof StreamVisit visit) {
      visit.leave(engine.recorder().lane());
      endIfFailed(visit.run(), result, error);
    } else if (token instanceof GraphRun run) {
      if (error != null || !run.turn().takeStepped()) {
        endIfFailed(run, result, error);
      }
    }
    return result;
  }

  private static void endIfFailed(
      GraphRun run, @Nullable Object result, @Nullable Throwable error) {
    Step step = Step.of(result);
    run.endIfFailed(error != null ? error : step.failure());
    step.whenFailing(run);
  }
}
