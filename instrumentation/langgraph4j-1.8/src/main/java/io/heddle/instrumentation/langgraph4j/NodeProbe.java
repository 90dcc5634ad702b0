package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code NodeHooks$WrapCalls.apply(nodeId, state, config, action)}: the body of a sequential node,
 * or the engine's pseudo node around the branches of a fan-out. State cloning, routing and
 * checkpoints lie outside it.
 */
final class NodeProbe implements Probe {
  private final Engine engine;

  NodeProbe(Engine engine) {
    this.engine = engine;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object nodeId,
      @Nullable Object state,
      @Nullable Object config,
      @Nullable Object action) {
    Position here = engine.position();
    GraphRun run = here.run();
    if (run == null || nodeId == null || state == null || action == null) {
      return null;
    }
    ActionKind kind = ActionKind.of(action);
    return kind == ActionKind.FANOUT
        ? fanOut(run, (String) nodeId, state)
        : begin(here, run, run.next((String) nodeId, kind), kind, state);
  }

  private @Nullable Object fanOut(GraphRun run, String nodeId, Object state) {
    List<GraphNode> branches = run.workflow().branches(nodeId);
    if (branches == null) {
      throw new IllegalStateException("no branches known of " + nodeId);
    }
    Fanout fanout = new Fanout(run, branches, state);
    run.fanout(fanout);
    engine.fanouts().put(state, fanout);
    return fanout;
  }

  private OpenNode begin(
      Position here, GraphRun run, GraphNode node, ActionKind kind, Object state) {
    OpenNode opened = run.node();
    boolean readsShow = engine.showsEveryRead(state);
    opened.open(node, kind, state);
    here.at(opened);
    Execution execution = engine.recorder().lane().begin(run.run(engine.recorder()), node.node());
    opened.begun(execution, readsShow);
    run.predecessors().linkTo(execution);
    run.predecessors().only(execution.spanId());
    return opened;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof OpenNode node) {
      return leave(node, result, error);
    }
    return token instanceof Fanout fanout ? join(fanout, result, error) : result;
  }

  private @Nullable Object leave(
      OpenNode node, @Nullable Object result, @Nullable Throwable error) {
    Position here = engine.position();
    here.at(null);
    Lane lane = engine.recorder().lane();
    if (error != null) {
      node.failed(lane, Failures.unwrapped(error));
      return result;
    }
    return result instanceof CompletableFuture<?> future
        ? BodyEnd.of(node, lane, future, true, here.run())
        : BodyEnd.without(node, lane, result);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private @Nullable Object join(Fanout fanout, @Nullable Object result, @Nullable Throwable error) {
    if (error == null && result instanceof CompletableFuture<?> future && !future.isDone()) {
      return BodyEnd.before(future, fanout.run(), (value, failure) -> joined(fanout));
    }
    joined(fanout);
    return result;
  }

  private void joined(Fanout fanout) {
    fanout.joined();
    Object state = fanout.state();
    if (state != null) {
      engine.fanouts().remove(state);
    }
  }
}
