package io.heddle.instrumentation.testkit.toy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** An application's own class, with methods of every kind. */
public class Shop implements Priced {
  static final IllegalStateException EMPTY = new IllegalStateException("out of stock");

  /** The workflow. */
  public String sell(String order, int depth) {
    String reserved = reserve(order) + pack(order, 2) + pack(order);
    String deep = "" + recurse(depth);
    String failed = "none";
    try {
      ship(order);
    } catch (IllegalStateException empty) {
      failed = empty == EMPTY ? "same" : "other";
    }
    CompletableFuture<String> mail = mail();
    String sent = mail.isDone() ? "early" : "late";
    mail.complete("sent");
    return reserved + deep + failed + sent + mail.join() + price() + audit(order) + trace();
  }

  private synchronized String reserve(String order) {
    return "r" + order;
  }

  static String pack(String order, int times) {
    return order.repeat(times);
  }

  static String pack(String order) {
    return order;
  }

  int recurse(int depth) {
    return depth == 0 ? 0 : 1 + recurse(depth - 1);
  }

  void ship(String order) {
    throw EMPTY;
  }

  CompletableFuture<String> mail() {
    return new CompletableFuture<>();
  }

  @Step
  String audit(String order) {
    return List.of(order).stream().map(one -> "a" + one).collect(Collectors.joining());
  }

  /** The first frames, which the agent must not change. */
  String trace() {
    return new Throwable().getStackTrace()[1].getMethodName();
  }
}
