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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Timeout(120)
class LanesTest {
  private final Recorder recorder =
      Recorder.create(
          Settings.of(
              Map.of(
                  "otel.traces.exporter", "none",
                  "heddle.rings.max", "4",
                  "heddle.ring.slots", "4096")));
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final Node node = workflow.node("a", "code");

  @AfterEach
  void stop() {
    recorder.close();
  }

  private void record(Run run) {
    Execution execution = recorder.lane().begin(run, node);
    recorder.lane().end(execution, null);
  }

  private void assertAccountsFor(long ended) {
    recorder.close();
    Counters.Snapshot counts = recorder.counters().snapshot();
    assertThat(counts.recorded() + counts.dropped()).isEqualTo(ended);
    assertThat(counts.errors()).isZero();
    assertThat(counts.misused()).isZero();
  }

  @Test
  void laneIsTheSameOnOneThreadAndAnotherOnAnother() throws Exception {
    Lane mine = recorder.lane();
    List<Lane> others = new ArrayList<>();
    Thread other = new Thread(() -> others.add(recorder.lane()));
    other.start();
    other.join();
    assertThat(recorder.lane()).isSameAs(mine);
    assertThat(others).doesNotContain(mine);
  }

  @Test
  void thousandsOfThreads_shareABoundedNumberOfRings() throws Exception {
    Run run = recorder.beginRun(workflow);
    for (int wave = 0; wave < 50; wave++) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        threads.add(new Thread(() -> record(run)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    run.end(null);
    assertAccountsFor(5_001);
    assertThat(recorder.lanes().ringCount()).isLessThanOrEqualTo(8);
  }

  @Test
  void ringOfAnEndedThread_servesAnother() throws Exception {
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < 20; i++) {
      Thread thread = new Thread(() -> record(run));
      thread.start();
      thread.join();
      long target = i + 1;
      while (recorder.counters().recorded() < target || recorder.lanes().owned() > 0) {
        Thread.onSpinWait();
      }
    }
    assertThat(recorder.lanes().ringCount()).isEqualTo(1);
    assertAccountsFor(20);
  }

  @Test
  void threadsAtFullSpeed_loseNothingUncounted() throws Exception {
    int threads = 8;
    int each = 50_000;
    CountDownLatch done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      Run run = recorder.beginRun(workflow);
      new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  record(run);
                }
                done.countDown();
              })
          .start();
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    assertAccountsFor((long) threads * each);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreadsThatMoveBetweenCarriers_loseNothing() throws Exception {
    Run run = recorder.beginRun(workflow);
    int count = 10_000;
    Method factory = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
    ExecutorService virtual = (ExecutorService) factory.invoke(null);
    for (int i = 0; i < count; i++) {
      virtual.submit(() -> {
        Execution execution = recorder.lane().begin(run, node);
        Thread.yield();
        Execution operation = recorder.lane().beginOperation("call", "tool");
        Thread.yield();
        recorder.lane().end(operation, null);
        recorder.lane().end(execution, null);
      });
    }
    virtual.shutdown();
    assertThat(virtual.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertAccountsFor(2L * count);
    assertThat(recorder.lanes().ringCount()).isLessThanOrEqualTo(8);
  }
}
