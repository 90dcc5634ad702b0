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
record NodeProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object nodeId,
      @Nullable Object state,
      @Nullable Object config,
      @Nullable Object action) {
    Position here = Position.of(engine);
    GraphRun run = here.run();
    if (run == null || nodeId == null || state == null || action == null) {
      return null;
    }
    GraphNode node = run.route().next((String) nodeId, action);
    if (node == null) {
      return fanOut(run, (String) nodeId, state);
    }
    OpenNode opened = run.node();
    opened.open(node, state);
    here.at(opened);
    begin(here.lane(), run, node, state);
    return run;
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

  private void begin(Lane lane, GraphRun run, GraphNode node, Object state) {
    boolean readsShow = run.showsEveryRead(state, engine);
    Execution execution = lane.begin(run.run(engine), node.node());
    run.node().begun(execution, readsShow);
    run.predecessors().linkTo(execution);
    run.predecessors().only(execution.spanId());
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof GraphRun run) {
      return leave(run, result, error);
    }
    return token instanceof Fanout fanout ? join(fanout, result, error) : result;
  }

  private @Nullable Object leave(GraphRun run, @Nullable Object result, @Nullable Throwable error) {
    Position here = run.turn().position();
    here.at(null);
    Object passedOn = end(run, here.lane(), result, error);
    run.route().lookAhead();
    return passedOn;
  }

  private @Nullable Object end(
      GraphRun run, Lane lane, @Nullable Object result, @Nullable Throwable error) {
    OpenNode node = run.node();
    if (error != null) {
      node.failed(lane, Failures.unwrapped(error));
      return result;
    }
    Object passedOn =
        result instanceof CompletableFuture<?> future
            ? BodyEnd.of(node, lane, future, true, run)
            : BodyEnd.without(node, lane, result);
    if (!node.isClosed()) {
      engine.streams().one(); // it does, or may when its future is done
    }
    return passedOn;
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
    if (state != null && fanout.haveAllBegun()) { // if one fails, the engine does not wait for all
      engine.fanouts().remove(state);
    }
  }
}
