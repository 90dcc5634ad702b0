package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.jvm.CompiledApart;
import org.jspecify.annotations.Nullable;

/**
 * {@code CompiledGraph$AsyncNodeGenerator.next()}: one step of a run. The first begins it; the one
 * that yields the end or an error ends it.
 */
record NextProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Position here = Position.of(engine);
    GraphRun run = self == null ? null : here.runOf(self);
    if (run == null || !run.drive(here)) {
      return null;
    }
    run.run(engine);
    return run;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof GraphRun run) {
      leave(run, result, error);
      if (run.isOver() && self != null) {
        run.release();
        engine.runs().remove(self);
      }
      run.throwLateFailure();
    }
    return result;
  }

  private static void leave(GraphRun run, @Nullable Object result, @Nullable Throwable error) {
    if (error == null && run.turn().isValue()) {
      leaveWithValue(run);
    } else {
      leave(run, Step.of(result), error);
    }
  }

  @CompiledApart
  private static void leave(GraphRun run, Step step, @Nullable Throwable error) {
    if (error == null && step.isValue()) {
      leaveWithValue(run);
      return;
    }
    Throwable failure = error != null ? error : step.failure();
    boolean finished = failure != null || step.isDone();
    run.rest(finished, failure == null ? null : Failures.unwrapped(failure));
    step.whenFailing(run);
  }

  private static void leaveWithValue(GraphRun run) {
    run.turn().stepped();
    run.rest(false, null);
  }
}
