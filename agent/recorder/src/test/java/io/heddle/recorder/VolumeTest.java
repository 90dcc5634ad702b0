package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Settings;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Leaves in numbers: what is recorded and what is dropped add up to what was called. With {@code
 * -Dheddle.volume.seconds=60} the steady load is as long as promised, and nothing may be dropped;
 * without, a busy machine may keep the drain from its work.
 */
@Timeout(300)
class VolumeTest {
  private static final int A_SECOND = 100_000;
  private static final int A_MILLISECOND = A_SECOND / 1_000;
  private static final int DEFAULT_RINGS = 16;
  private static final int STRIPES = 4;

  private final Recorder recorder =
      Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
  private final Woven woven = new Woven(recorder);
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final Leaf leaf = recorder.leaf("Mailer.send", "code");
  private final LongAdder answers = new LongAdder();

  @AfterEach
  void stop() {
    woven.close();
    recorder.close();
  }

  private void inRun(Run run, int calls) {
    Lane lane = recorder.lane();
    Execution scope = lane.enter(run);
    for (int i = 0; i < calls; i++) {
      Woven.call(leaf, answers::increment);
    }
    lane.leave(scope);
  }

  private Counters.Snapshot assertAccountsFor(long calls, int runs) {
    recorder.close();
    Counters.Snapshot counts = recorder.counters().snapshot();
    assertThat(answers.sum()).isEqualTo(calls);
    assertThat(counts.recorded() + counts.dropped()).isEqualTo(calls + runs);
    assertThat(counts.discarded()).isEqualTo(counts.recorded());
    assertThat(counts.errors()).isZero();
    assertThat(counts.misused()).isZero();
    assertThat(recorder.lanes().ringCount()).isLessThanOrEqualTo(DEFAULT_RINGS + STRIPES);
    return counts;
  }

  @Test
  void hundredThousandASecondWithDefaultSettings_areAllAccountedFor() {
    Integer promised = Integer.getInteger("heddle.volume.seconds");
    int seconds = promised == null ? 2 : promised;
    Run run = recorder.beginRun(workflow);
    long begin = System.nanoTime();
    for (int ms = 0; ms < seconds * 1_000; ms++) {
      inRun(run, A_MILLISECOND);
      long next = begin + TimeUnit.MILLISECONDS.toNanos(ms + 1L);
      LockSupport.parkNanos(next - System.nanoTime());
    }
    run.end(null);
    long dropped = assertAccountsFor((long) seconds * A_SECOND, 1).dropped();
    assertThat(promised == null ? 0 : dropped).isZero();
  }

  @Test
  void twoThreadsAtFullSpeed_everyCallIsRecordedOrCounted() throws Exception {
    int calls = 2_000_000;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Run run = recorder.beginRun(workflow);
      threads.add(
          new Thread(() -> {
            inRun(run, calls);
            run.end(null);
          }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertAccountsFor(2L * calls, 2);
  }

  @Test
  void tenThousandThreadsInWaves_shareABoundedNumberOfRings() throws Exception {
    int waves = 50;
    int threads = 200;
    Run run = recorder.beginRun(workflow);
    for (int wave = 0; wave < waves; wave++) {
      List<Thread> started = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread thread = new Thread(null, () -> inRun(run, 3), "wave", 128 * 1024);
        thread.start();
        started.add(thread);
      }
      for (Thread thread : started) {
        thread.join();
      }
    }
    run.end(null);
    assertAccountsFor(3L * waves * threads, 1);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void hundredThousandVirtualThreads_loseNoRecordUncounted() throws Exception {
    int threads = 100_000;
    Run run = recorder.beginRun(workflow);
    Method factory = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
    ExecutorService virtual = (ExecutorService) factory.invoke(null);
    for (int i = 0; i < threads; i++) {
      virtual.execute(() -> {
        inRun(run, 1);
        Thread.yield();
        inRun(run, 1);
      });
    }
    virtual.shutdown();
    assertThat(virtual.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    run.end(null);
    assertAccountsFor(2L * threads, 1);
  }

  @Test
  void threadThatBeganOnAStripe_getsARingOnceOneIsFree() throws Exception {
    Run run = recorder.beginRun(workflow);
    List<Thread> early = new ArrayList<>();
    CountDownLatch full = new CountDownLatch(DEFAULT_RINGS);
    CountDownLatch go = new CountDownLatch(1);
    for (int i = 0; i < DEFAULT_RINGS; i++) {
      Thread thread =
          new Thread(() -> {
            inRun(run, 1);
            full.countDown();
            try {
              go.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      thread.start();
      early.add(thread);
    }
    full.await();
    inRun(run, 1);
    assertThat(recorder.lane().ownsRing()).isFalse();
    go.countDown();
    for (Thread thread : early) {
      thread.join();
    }
    int calls = 1;
    while (!recorder.lane().ownsRing()) {
      inRun(run, 1);
      calls++;
      Thread.onSpinWait();
    }
    run.end(null);
    assertAccountsFor(DEFAULT_RINGS + calls, 1);
  }
}
