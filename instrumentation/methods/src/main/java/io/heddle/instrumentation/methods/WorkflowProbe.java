package io.heddle.instrumentation.methods;

import io.heddle.instrumentation.spi.FutureEnd;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.Workflow;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A method whose calls are runs, and subworkflows where a run is open already. */
final class WorkflowProbe implements Probe {
  private final Recorder recorder;
  private final CallNames names;
  private final @Nullable Workflow fixed;

  WorkflowProbe(Recorder recorder, CallNames names) {
    this.recorder = recorder;
    this.names = names;
    String name = names.fixed();
    this.fixed = name == null ? null : recorder.workflow(MethodProbes.ENGINE, name, null);
  }

  @Override
  public boolean seesPrimitives() {
    return names.fixed() == null;
  }

  @Override
  public Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Workflow workflow =
        fixed != null
            ? fixed
            : recorder.workflow(MethodProbes.ENGINE, names.of(first, second, third, fourth), null);
    Lane lane = recorder.lane();
    Execution outer = lane.current();
    return outer == null ? run(workflow, lane) : nested(workflow, lane, outer);
  }

  private OpenWorkflow run(Workflow workflow, Lane lane) {
    Run run = recorder.beginRun(workflow);
    return new OpenWorkflow(run, null, lane.enter(run));
  }

  private OpenWorkflow nested(Workflow workflow, Lane lane, Execution outer) {
    Execution node = lane.beginSubworkflow(outer, workflow);
    Run run = recorder.beginNested(workflow, node);
    return new OpenWorkflow(run, node, lane.enter(run));
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token != null) {
      leave((OpenWorkflow) token, result, error);
    }
    return result;
  }

  private void leave(OpenWorkflow open, @Nullable Object result, @Nullable Throwable error) {
    Lane lane = recorder.lane();
    if (!(result instanceof CompletableFuture<?> future)) {
      open.end(lane, error);
    } else if (FutureEnd.isPending(future)) {
      Consumer<@Nullable Throwable> end = open.detached(lane);
      FutureEnd.tell(future, (value, failure) -> end.accept(failure));
    } else {
      open.end(lane, FutureEnd.failureOf(future));
    }
  }
}
