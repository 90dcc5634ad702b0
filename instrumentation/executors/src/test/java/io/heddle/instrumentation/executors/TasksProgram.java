package io.heddle.instrumentation.executors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A workflow whose nodes are called in tasks of executors, each way that there is. */
public final class TasksProgram {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

  private TasksProgram() {}

  public static void main(String[] arguments) throws Exception {
    TasksProgram program = new TasksProgram();
    for (String way : arguments) {
      System.out.println(way + " " + program.run(way));
      step("after " + way);
    }
    FutureTask<String> late = program.makesOne();
    late.run();
    System.out.println(late.get());
    program.pool.shutdown();
    program.scheduler.shutdown();
  }

  /** The workflow. */
  Object run(String way) throws Exception {
    return switch (way) {
      case "submit" -> pool.submit(() -> step(way)).get();
      case "runnable" -> pool.submit(() -> System.out.println(step(way)), way).get();
      case "all" -> all(List.of(() -> step("all 1"), () -> step("all 2")));
      case "any" -> pool.invokeAny(List.of(() -> step(way)));
      case "supply" -> CompletableFuture.supplyAsync(() -> step(way), pool).get();
      case "run" -> CompletableFuture.runAsync(() -> System.out.println(step(way))).get();
      case "then" -> CompletableFuture.supplyAsync(() -> way).thenApply(TasksProgram::step).get();
      case "nested" -> pool.submit(() -> outer(way)).get();
      case "caller" -> onTheCaller(way);
      case "failing" -> failing(way);
      case "virtual" -> virtual(way);
      case "scheduled" -> scheduler.schedule(() -> step(way), 1, TimeUnit.MILLISECONDS).get();
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** Another workflow, whose task is done when it is over. */
  FutureTask<String> makesOne() {
    return new FutureTask<>(() -> step("late"));
  }

  private String all(List<Callable<String>> tasks) throws Exception {
    List<String> done = new ArrayList<>();
    for (var future : pool.invokeAll(tasks)) {
      done.add(future.get());
    }
    return done.toString();
  }

  /** A node with a task of its own. */
  String outer(String way) throws Exception {
    return pool.submit(() -> step(way)).get();
  }

  private static String onTheCaller(String way) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> step(way));
    task.run();
    return task.get() + step(way + " itself");
  }

  private String failing(String way) throws Exception {
    try {
      return pool.submit(() -> fails(way)).get();
    } catch (ExecutionException failure) {
      return failure.getCause().toString();
    }
  }

  private static Object virtual(String way) throws Exception {
    ExecutorService executor =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    return executor.submit(() -> step(way)).get();
  }

  /** A node. */
  static String step(String way) {
    return "done " + way + leaf();
  }

  /** A node of a fixed name. */
  static String leaf() {
    return "";
  }

  /** A node that fails. */
  static String fails(String way) {
    throw new IllegalStateException(way);
  }
}
