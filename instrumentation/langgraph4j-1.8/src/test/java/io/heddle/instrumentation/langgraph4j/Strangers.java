package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.body;
import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** Nodes whose results are of the application's own classes, which tell when they are asked. */
final class Strangers {
  /** More than a rule may fail. */
  private static final int RUNS = 11;

  private Strangers() {}

  static void run() throws Exception {
    StateGraph<AgentState> graph =
        empty()
            .addNode("map", sync(state -> told("map", new TellingMap("map"))))
            .addNode("view", sync(state -> told("view", view(new TellingMap("view")))))
            .addNode(
                "locked",
                sync(state -> told("locked", Collections.synchronizedMap(new TellingMap("l")))))
            .addNode("closed", sync(state -> told("closed", view(new ClosedMap()))))
            .addNode("sorted", sync(state -> sorted(state)))
            .addNode("future", Strangers::talkingFuture)
            .addNode("silent-future", Strangers::silentFuture);
    Graphs.run(
        "strangers",
        chain(graph, "map", "view", "locked", "closed", "sorted", "future", "silent-future"),
        Map.of());
    for (int i = 0; i < RUNS; i++) {
      Graphs.run(
          "stranger",
          chain(
              empty()
                  .addNode(
                      "stranger-again",
                      sync(state -> told("stranger-again", view(new ClosedMap())))),
              "stranger-again"),
          Map.of());
    }
  }

  private static <T> T told(String node, T result) {
    body(node);
    return result;
  }

  private static CompletableFuture<Map<String, Object>> talkingFuture(AgentState state) {
    return told("future", new OwnFuture("future").later());
  }

  private static CompletableFuture<Map<String, Object>> silentFuture(AgentState state) {
    OwnFuture.NEXT_NODE.countDown();
    return told("silent-future", new OwnFuture("").done());
  }

  private static Map<String, Object> view(Map<String, Object> behind) {
    return Collections.unmodifiableMap(behind);
  }

  /** It has seen all of the state, so its result is compared with that. */
  private static Map<String, Object> sorted(AgentState state) {
    body("sorted");
    Map<String, Object> result =
        new TreeMap<>((left, right) -> {
          System.out.println("compared");
          return left.compareTo(right);
        });
    result.putAll(state.data());
    return Collections.unmodifiableMap(result);
  }

  private static class TellingMap extends HashMap<String, Object> {
    private static final long serialVersionUID = 1;
    private final String name;

    TellingMap(String name) {
      this.name = name;
      put(name, 1);
    }

    @Override
    public boolean isEmpty() {
      System.out.println(name + " isEmpty");
      return super.isEmpty();
    }

    @Override
    public int size() {
      System.out.println(name + " size");
      return super.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
      System.out.println(name + " forEach");
      super.forEach(action);
    }
  }

  /** It can be read by the entry set that the engine asks for, and not otherwise. */
  private static final class ClosedMap extends TellingMap {
    private static final long serialVersionUID = 1;

    ClosedMap() {
      super("closed");
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
      throw new UnsupportedOperationException("forEach");
    }
  }

  /**
   * Its stages are its own; silent ones answer only what the engine asks. One that is done later is
   * done when the engine has asked, and tells others only when the engine has gone on.
   */
  private static final class OwnFuture extends CompletableFuture<Map<String, Object>> {
    private static final CountDownLatch ENGINE_ASKED = new CountDownLatch(1);
    private static final CountDownLatch NEXT_NODE = new CountDownLatch(1);
    private static final long AT_MOST_S = 10;

    private final String name;

    OwnFuture(String name) {
      this.name = name;
    }

    OwnFuture done() {
      complete(Map.of("done", 1));
      return this;
    }

    OwnFuture later() {
      new Thread(
              () -> {
                await(ENGINE_ASKED);
                done();
              })
          .start();
      return this;
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await(AT_MOST_S, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    @Override
    public CompletableFuture<Map<String, Object>> whenComplete(
        BiConsumer<? super Map<String, Object>, ? super Throwable> action) {
      return super.whenComplete((value, failure) -> {
        await(NEXT_NODE);
        action.accept(value, failure);
      });
    }

    @Override
    public <U> CompletableFuture<U> thenApply(
        Function<? super Map<String, Object>, ? extends U> function) {
      System.out.println(name + " thenApply");
      CompletableFuture<U> stage = super.thenApply(function);
      ENGINE_ASKED.countDown();
      return stage;
    }

    @Override
    public boolean isDone() {
      if (name.isEmpty()) {
        throw new UnsupportedOperationException("isDone");
      }
      return super.isDone();
    }

    @Override
    public Map<String, Object> getNow(Map<String, Object> otherwise) {
      if (name.isEmpty()) {
        throw new UnsupportedOperationException("getNow");
      }
      return super.getNow(otherwise);
    }
  }
}
