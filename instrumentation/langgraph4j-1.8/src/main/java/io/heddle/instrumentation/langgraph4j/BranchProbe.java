package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code ParallelNode$AsyncParallelNodeAction.evalNodeActionSync(action, state, config)}: one
 * branch of a fan-out, on the caller's thread or on the user's executor. It ends when its future
 * does.
 */
record BranchProbe(Engine engine) implements Probe {
  private static final Member ACTIONS = Member.method("actions");

  /** What exit needs: the branch, and what this thread did before. */
  private record Branch(OpenNode node, GraphRun run, @Nullable OpenNode before) {}

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object action,
      @Nullable Object state,
      @Nullable Object config,
      @Nullable Object fourth) {
    if (self == null || action == null || state == null) {
      return null;
    }
    Position here = Position.of(engine);
    Fanout fanout = fanout(here, state);
    OpenNode node = new OpenNode(null);
    int index = fanout == null ? -1 : fanout.claim((List<?>) ACTIONS.in(self), action, node);
    return fanout == null || index < 0 ? null : begin(here, fanout, index, node, state);
  }

  private @Nullable Fanout fanout(Position here, Object state) {
    GraphRun run = here.run();
    Fanout ofThisThread = run == null ? null : run.fanout();
    return ofThisThread != null ? ofThisThread : engine.fanouts().get(state);
  }

  private Branch begin(Position here, Fanout fanout, int index, OpenNode node, Object state) {
    GraphRun run = fanout.run();
    GraphNode branch = fanout.branch(index);
    Branch begun = new Branch(node, run, here.node());
    node.open(branch, state);
    boolean readsShow = engine.stateClasses().showEveryRead(state);
    long waited = System.nanoTime() - fanout.readyNanos();
    here.at(node);
    Execution execution = engine.recorder().lane().begin(run.run(engine), branch.node());
    node.begun(execution, readsShow);
    fanout.began(index, execution.spanId());
    fanout.before().linkTo(execution);
    execution.waitNs(waited);
    return begun;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (!(token instanceof Branch branch)) {
      return result;
    }
    Position.of(engine).at(branch.before());
    if (error != null) {
      branch.node().failed(engine.recorder().lane(), Failures.unwrapped(error));
      return result;
    }
    return result instanceof CompletableFuture<?> future
        ? BodyEnd.of(branch.node(), engine.recorder().lane(), future, false, branch.run())
        : BodyEnd.without(branch.node(), engine.recorder().lane(), result);
  }
}
