package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsualDescriptorTest {
  private static final int SEEDS = 2_000;
  private static final long SPAN_ID = 0x1234_5678_9abc_def1L;

  private final Recorder recorder =
      Recorder.create(
          Settings.of(Map.of("otel.traces.exporter", "none", "otel.metrics.exporter", "none")));
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final Node node = workflow.node("a", "code");
  private final Run run = recorder.beginRun(workflow);
  private final Ring ring = new ExclusiveRing(8, () -> {});

  @AfterEach
  void stop() {
    recorder.close();
  }

  @Test
  void usualExecution_saysInOneSlotWhatItSaysInTwo() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Execution ended = ended(usual(new Random(seed)));

      assertThat(ended.kind()).isEqualTo(UsualDescriptor.KIND);
      assertThat(ended.slots()).isEqualTo(1);
      assertThat(expanded(ended)).as("seed %d", seed).isEqualTo(full(ended));
    }
  }

  private static Consumer<Execution> usual(Random random) {
    return execution -> {
      execution.readsObserved();
      if (random.nextBoolean()) {
        execution.predecessor(SPAN_ID + random.nextInt());
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        execution.read("name" + random.nextInt(32), random.nextInt());
        execution.write("name" + random.nextInt(32), random.nextBoolean() ? "text" : new Object());
      }
      say(random, execution::readAll, execution::readsUnknown, execution::async);
      say(random, execution::writeAll, execution::writesUnknown, execution::writesObserved);
      say(random, () -> execution.output(random.nextLong()), () -> {}, () -> {});
    };
  }

  private static void say(Random random, Runnable first, Runnable second, Runnable third) {
    switch (random.nextInt(6)) {
      case 0 -> first.run();
      case 1 -> second.run();
      case 2 -> third.run();
      default -> {}
    }
  }

  @Test
  void whatDoesNotFit_isWrittenInFull() {
    assertThat(kindOf(execution -> execution.waitNs(1))).isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(execution -> execution.attempt(2))).isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(execution -> execution.predecessor(~SPAN_ID)))
        .isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(UsualDescriptorTest::twoPredecessors)).isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(UsualDescriptorTest::fortyNames)).isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(execution -> execution.attribute("a", 1)))
        .isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(execution -> execution.endedAt(execution.begin + (1L << 32))))
        .isEqualTo(ExecutionDescriptor.KIND);
    assertThat(kindOf(execution -> execution.endedAt(execution.begin - 1)))
        .isEqualTo(ExecutionDescriptor.KIND);
  }

  private static void twoPredecessors(Execution execution) {
    execution.predecessor(SPAN_ID + 2);
    execution.predecessor(SPAN_ID + 4);
  }

  private static void fortyNames(Execution execution) {
    for (int i = 0; i < 40; i++) {
      execution.read("name" + i, i);
    }
  }

  private int kindOf(Consumer<Execution> said) {
    Execution ended =
        ended(execution -> {
          execution.readsObserved();
          execution.endedAt(execution.begin + 1_000);
          said.accept(execution);
        });
    return ended.kind();
  }

  /** What is told may say when it ended. */
  private Execution ended(Consumer<Execution> said) {
    Execution execution = new Execution(recorder, run);
    execution.open(run, node, SPAN_ID);
    execution.detach(); // what it costs is not told then
    said.accept(execution);
    execution.endedAt(execution.end == 0 ? execution.begin + 12_345 : execution.end);
    return execution;
  }

  private String expanded(Execution ended) {
    ended.write(ring, 0, true);
    CopiedSlots full = new CopiedSlots(2);
    UsualDescriptor.expand(ring, 0, run.parentSpanId(), full);
    return words(full);
  }

  private String full(Execution ended) {
    ExecutionDescriptor.write(ended, ring, 2, true);
    CopiedSlots full = new CopiedSlots(1); // too small for it
    full.take(ring, 2, 2);
    return words(full);
  }

  private static String words(CopiedSlots slots) {
    StringBuilder text = new StringBuilder();
    for (int slot = 0; slot < 2; slot++) {
      for (int word = 1; word < SlotDescriptor.SLOT_WORDS - 2 * slot; word++) {
        text.append(Long.toHexString(slots.word(slot, word))).append(' ');
      }
    }
    return text.toString();
  }
}
