package io.heddle.instrumentation.methods;

import io.heddle.instrumentation.spi.FutureEnd;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Node;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Workflow;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A method whose calls are nodes of the run that is open on their thread. */
final class NodeProbe implements Probe {
  static final String TYPE = "code";

  private final Recorder recorder;
  private final CallNames names;
  private final @Nullable String fixedName;
  private final Matches matches;

  /** The node in the workflow of the last call; racing threads only look it up once more. */
  private @Nullable Node last;

  NodeProbe(Recorder recorder, CallNames names, Matches matches) {
    this.recorder = recorder;
    this.names = names;
    this.fixedName = names.fixed();
    this.matches = matches;
  }

  @Override
  public boolean seesPrimitives() {
    return names.fixed() == null;
  }

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
      matches.outside();
      return null;
    }
    Workflow workflow = outer.run().workflow();
    Node node =
        fixedName != null
            ? node(workflow, fixedName)
            : workflow.node(names.of(first, second, third, fourth), TYPE);
    return lane.beginBelow(outer, node);
  }

  @SuppressWarnings("ReferenceEquality") // workflows are interned
  private Node node(Workflow workflow, String name) {
    Node known = last;
    if (known == null || known.workflow() != workflow) {
      known = workflow.node(name, TYPE);
      last = known;
    }
    return known;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token != null) {
      leave((Execution) token, result, error);
    }
    return result;
  }

  private void leave(Execution execution, @Nullable Object result, @Nullable Throwable error) {
    Lane lane = recorder.lane();
    if (!(result instanceof CompletableFuture<?> future)) {
      lane.end(execution, error);
    } else if (FutureEnd.isPending(future)) {
      lane.detach(execution);
      FutureEnd.tell(future, (value, failure) -> execution.end(failure));
    } else {
      lane.end(execution, FutureEnd.failureOf(future));
    }
  }
}
