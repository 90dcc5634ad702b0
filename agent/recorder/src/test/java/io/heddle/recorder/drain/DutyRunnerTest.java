package io.heddle.recorder.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyRunnerTest {
  private final List<String> events = new ArrayList<>();

  /** A runner whose idle strategy stops it after some steps: no clock, no second thread. */
  private DutyRunner runner(int steps, DutyCycle cycle) {
    DutyRunner[] self = new DutyRunner[1];
    int[] left = {steps};
    self[0] =
        new DutyRunner(
            cycle,
            work -> {
              events.add("idle " + work);
              if (--left[0] == 0) {
                self[0].stop();
              }
            },
            error -> events.add(error.getMessage()));
    return self[0];
  }

  private DutyCycle cycle(Runnable step) {
    return new DutyCycle() {
      @Override
      public int doWork() {
        step.run();
        return 3;
      }

      @Override
      public void onClose() {
        events.add("close");
      }
    };
  }

  @Test
  void idlingComesBeforeEachStep_andOneCloseAfterTheLast() {
    runner(2, cycle(() -> events.add("work"))).run();
    assertThat(events).containsExactly("idle 0", "work", "idle 3", "work", "close");
  }

  @Test
  void idlingThatThrows_isReportedAndTheNextStepFollows() {
    DutyRunner[] self = new DutyRunner[1];
    self[0] =
        new DutyRunner(
            cycle(() -> events.add("work")),
            work -> {
              if (events.contains("struck")) {
                self[0].stop();
              }
              throw new Error("struck");
            },
            error -> events.add(error.getMessage()));
    self[0].run();
    assertThat(events).containsExactly("struck", "work", "struck", "work", "close");
  }

  @Test
  void secondRunAfterTheEnd_closesNotAgain() {
    DutyRunner runner = runner(1, cycle(() -> events.add("work")));
    runner.run();
    runner.run();
    assertThat(events).containsOnlyOnce("close");
  }

  @Test
  void closeThatThrows_isReportedAndTriedOnceMore() {
    DutyCycle cycle =
        new DutyCycle() {
          @Override
          public int doWork() {
            return 0;
          }

          @Override
          public void onClose() {
            events.add("close");
            throw new Error("struck");
          }
        };
    runner(1, cycle).run();
    assertThat(events).containsExactly("idle 0", "close", "struck", "close", "struck");
  }

  @Test
  void stepThatThrows_isReportedAndTheNextOneFollows() {
    runner(
            2,
            cycle(() -> {
              throw new IllegalStateException("broken");
            }))
        .run();
    assertThat(events).containsExactly("idle 0", "broken", "idle 0", "broken", "close");
  }
}
