package io.heddle.instrumentation.testkit.toy;

import java.time.Duration;
import java.time.Instant;

/** Two runs in whose node the clock is stepped: an hour forward, then an hour back. */
public final class ClockProgram {
  private ClockProgram() {}

  public static void main(String[] arguments) {
    run(3600);
    run(-3600);
  }

  static void run(long seconds) {
    node(seconds);
  }

  static void node(long seconds) {
    Instant before = Instant.now();
    SteppingClock.step(seconds);
    long minutes = Duration.between(before, Instant.now()).toMinutes();
    System.out.println("stepped by " + Math.round(minutes / 60.0) * 3600 + " s");
  }
}
