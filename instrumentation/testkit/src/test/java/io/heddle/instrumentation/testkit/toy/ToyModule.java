package io.heddle.instrumentation.testkit.toy;

import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine module of {@link Flow}; knows it by name only. */
public final class ToyModule implements EngineModule {
  private static final String FLOW = "io.heddle.instrumentation.testkit.toy.Flow";

  /** The flow's run that is under way on a thread. */
  private final ThreadLocal<Run> runs = new ThreadLocal<>();

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public List<Rule> rules(Recorder recorder) {
    return List.of(
        new Rule(FLOW, "run", 1, new RunProbe(recorder, runs)),
        new Rule(FLOW, "step", 2, new StepProbe(recorder, runs)),
        new Rule(FLOW, "mark", 0, new MarkProbe()),
        new Rule(FLOW, "fragile", 1, new FragileProbe()));
  }

  private static final class MarkProbe implements Probe {
    @Override
    public Object exit(
        @Nullable Object token,
        @Nullable Object self,
        @Nullable Object result,
        @Nullable Throwable error) {
      return "woven";
    }
  }

  private static final class FragileProbe implements Probe {
    @Override
    public @Nullable Object enter(
        @Nullable Object self,
        @Nullable Object first,
        @Nullable Object second,
        @Nullable Object third,
        @Nullable Object fourth) {
      if (Boolean.getBoolean("toy.fails")) {
        throw new IllegalStateException("told to fail");
      }
      return null;
    }
  }
}
