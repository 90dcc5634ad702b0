package io.heddle.benchmarks.woven;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.Advice;
import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.instrumentation.spi.LeafNode;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Node;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.Workflow;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules for {@link Application}; the benchmarks' jar is an extension of the agent. */
public final class ApplicationModule implements EngineModule {
  private static final String APPLICATION = "io.heddle.benchmarks.woven.Application";

  @Override
  public String name() {
    return "benchmark";
  }

  @Override
  public List<Rule> rules(Recorder recorder) {
    Workflow workflow = recorder.workflow(name(), "woven", null);
    OpenRuns runs = new OpenRuns(recorder, workflow);
    return List.of(
        rule("leaf", new LeafNode(recorder.leaf("Application.leaf", "code"))),
        rule("node", new NodeProbe(recorder, workflow.node("node", "code"), false)),
        rule("nodeWithEvidence", new NodeProbe(recorder, workflow.node("evidence", "code"), true)),
        rule("open", call(runs::open)),
        rule("close", call(runs::close)),
        rule("forgetPredictions", call(HeddleHook::predict)),
        rule("recorded", answer(() -> recorder.counters().snapshot().recorded())),
        rule("dropped", answer(() -> recorder.counters().snapshot().dropped())));
  }

  private static Rule rule(String method, Advice advice) {
    return new Rule(APPLICATION, method, 0, advice);
  }

  private static Probe call(Runnable call) {
    return new Probe() {
      @Override
      public @Nullable Object exit(
          @Nullable Object token,
          @Nullable Object self,
          @Nullable Object result,
          @Nullable Throwable error) {
        call.run();
        return result;
      }
    };
  }

  private static Probe answer(Supplier<Object> answer) {
    return new Probe() {
      @Override
      public Object exit(
          @Nullable Object token,
          @Nullable Object self,
          @Nullable Object result,
          @Nullable Throwable error) {
        return answer.get();
      }
    };
  }

  private record OpenRun(Run run, Execution scope) {}

  @SuppressWarnings("ThreadLocalUsage") // one for each rule set
  private static final class OpenRuns {
    private final Recorder recorder;
    private final Workflow workflow;
    private final ThreadLocal<OpenRun> ofThread = new ThreadLocal<>();

    OpenRuns(Recorder recorder, Workflow workflow) {
      this.recorder = recorder;
      this.workflow = workflow;
    }

    void open() {
      Run run = recorder.beginRun(workflow);
      ofThread.set(new OpenRun(run, recorder.lane().enter(run)));
    }

    void close() {
      OpenRun open = ofThread.get();
      recorder.lane().leave(open.scope());
      open.run().end(null);
    }
  }

  private record NodeProbe(Recorder recorder, Node node, boolean withEvidence) implements Probe {
    @Override
    public @Nullable Object enter(
        @Nullable Object self,
        @Nullable Object first,
        @Nullable Object second,
        @Nullable Object third,
        @Nullable Object fourth) {
      Lane lane = recorder.lane();
      Execution outer = lane.current();
      if (outer == null) {
        return null;
      }
      Execution execution = lane.begin(outer.run(), node);
      if (withEvidence) {
        execution.predecessor(outer.spanId());
        execution.read("customer", "c-17");
        execution.read("order", 4711);
        execution.write("answer", "done");
      }
      return execution;
    }

    @Override
    public @Nullable Object exit(
        @Nullable Object token,
        @Nullable Object self,
        @Nullable Object result,
        @Nullable Throwable error) {
      if (token != null) {
        recorder.lane().end((Execution) token, error);
      }
      return result;
    }
  }
}
