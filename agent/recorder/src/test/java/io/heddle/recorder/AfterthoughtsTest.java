package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.drain.DutyCycle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterthoughtsTest {
  private final List<String> done = new ArrayList<>();

  private final Afterthoughts afterthoughts =
      new Afterthoughts(
          new DutyCycle() {
            @Override
            public int doWork() {
              done.add("step");
              return 0;
            }

            @Override
            public void onClose() {
              done.add("close");
            }
          });

  @Test
  void task_isRunAtTheSecondStepAndTheNextOneComesSoon() {
    afterthoughts.add(() -> done.add("task"));
    assertThat(afterthoughts.doWork()).isPositive();
    assertThat(afterthoughts.doWork()).isZero();
    assertThat(done).containsExactly("step", "task", "step");
  }

  @Test
  void taskOfATask_waitsAsLong() {
    afterthoughts.add(() -> afterthoughts.add(() -> done.add("task")));
    afterthoughts.doWork();
    afterthoughts.doWork();
    afterthoughts.doWork();
    assertThat(done).containsExactly("step", "step", "task", "step");
  }

  @Test
  void chore_isDoneAfterEveryStepAndIsNoWork() {
    afterthoughts.addChore(() -> done.add("chore"));
    assertThat(afterthoughts.doWork()).isZero();
    assertThat(afterthoughts.doWork()).isZero();
    assertThat(done).containsExactly("step", "chore", "step", "chore");
  }

  @Test
  void close_doesTheChoresAndTheTasksThatTheyLeave() {
    afterthoughts.addChore(() -> afterthoughts.add(() -> done.add("task")));
    afterthoughts.onClose();
    assertThat(done).containsExactly("task", "close");
  }

  @Test
  void close_runsWhatIsLeftFirst() {
    afterthoughts.add(() -> done.add("task"));
    afterthoughts.onClose();
    assertThat(done).containsExactly("task", "close");
  }
}
