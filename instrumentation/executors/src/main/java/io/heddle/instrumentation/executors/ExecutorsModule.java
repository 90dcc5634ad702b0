package io.heddle.instrumentation.executors;

import io.heddle.instrumentation.spi.Companion;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task does that was made inside a run belongs to that run, below the span in which it was
 * made, on whatever thread it is done. Only where the user asks for it: it means to weave classes
 * of the JDK.
 */
public final class ExecutorsModule implements Companion {
  private static final String FUTURES = "java.util.concurrent.CompletableFuture$";

  @Override
  public String name() {
    return "executors";
  }

  @Override
  public List<Rule> rules(Recorder recorder) {
    return recorder.followsTasks() ? rules(new OpenTasks(recorder)) : List.of();
  }

  private static List<Rule> rules(OpenTasks tasks) {
    List<Rule> rules = new ArrayList<>();
    add(rules, tasks, "java.util.concurrent.FutureTask", 1, 2);
    add(rules, tasks, FUTURES + "AsyncSupply", 2);
    add(rules, tasks, FUTURES + "AsyncRun", 2);
    if (Runtime.version().feature() >= 21) {
      add(rules, tasks, "java.util.concurrent.ThreadPerTaskExecutor$ThreadBoundFuture", 2);
    }
    return rules;
  }

  private static void add(List<Rule> rules, OpenTasks tasks, String name, int... constructors) {
    for (int arity : constructors) {
      rules.add(new Rule(name, "<init>", arity, new MadeProbe(tasks, name)));
    }
    rules.add(new Rule(name, "run", 0, new RunProbe(tasks)));
  }

  @Override
  public void present(Class<?> type) {}
}
