package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.hook.HeddleHook;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What leaves cost, as their spans tell it. */
@Timeout(60)
class LeafCostsTest {
  private static final String CPU = "heddle.node.cpu_ns";
  private static final String BYTES = "heddle.node.alloc_bytes";
  private static final int MEGABYTE = 1 << 20;
  private static final long SLOW_NS = 1_000_000_000;

  @AutoClose private final OtlpSink sink = OtlpSink.start();
  private final Recorder recorder = sink.recorder();
  private final Woven woven = new Woven(recorder);
  private final Leaf leaf = recorder.leaf("Mailer.send", "tool");
  private final Leaf inner = recorder.leaf("Server.post", "tool");

  @AfterEach
  void stop() {
    woven.close();
    recorder.close();
  }

  private void inRun(Runnable body) {
    Run run = recorder.beginRun(recorder.workflow("testengine", "mail", null));
    while (recorder.threadCosts() == null) {
      LockSupport.parkNanos(1_000_000);
    }
    Lane lane = recorder.lane();
    Execution scope = lane.enter(run);
    try {
      body.run();
    } finally {
      lane.leave(scope);
      run.end(null);
      recorder.close();
    }
  }

  private List<Map<String, Object>> spansOf(Leaf ofLeaf) {
    return sink.spans().stream()
        .filter(span -> span.getName().equals(ofLeaf.id()))
        .map(span -> OtlpSink.attributes(span.getAttributesList()))
        .toList();
  }

  private static void allocate() {
    assertThat(new byte[MEGABYTE]).hasSize(MEGABYTE);
  }

  @Test
  void eachCallOfASlowLeaf_tellsWhatItCosts() {
    leaf.took(SLOW_NS);
    inRun(() -> IntStream.range(0, 8).forEach(i -> Woven.call(leaf, LeafCostsTest::allocate)));
    assertThat(spansOf(leaf))
        .hasSize(8)
        .allMatch(span -> (long) span.get(BYTES) >= MEGABYTE && (long) span.get(CPU) > 0)
        .noneMatch(span -> span.containsKey("heddle.node.input_class"));
  }

  @Test
  void leafThatTakesOverTenMicroseconds_tellsItsBytesAlone() {
    inRun(() -> {
      inner.took(20_000);
      IntStream.range(0, 4).forEach(i -> Woven.call(inner, () -> {}));
    });
    assertThat(spansOf(inner))
        .hasSize(4)
        .allMatch(span -> span.containsKey(BYTES))
        .as("but for one that is sampled")
        .anyMatch(span -> !span.containsKey(CPU));
  }

  @Test
  void leavesInOneAnother_eachTellTheirOwn() {
    leaf.took(SLOW_NS);
    inner.took(SLOW_NS);
    inRun(() ->
        Woven.call(
            leaf,
            () -> {
              Woven.call(inner, LeafCostsTest::allocate);
              Woven.call(inner, LeafCostsTest::allocate);
            }));
    assertThat((long) spansOf(leaf).get(0).get(BYTES)).isGreaterThanOrEqualTo(2 * MEGABYTE);
    assertThat(spansOf(inner))
        .hasSize(2)
        .allMatch(span -> (long) span.get(BYTES) < 2 * MEGABYTE && (long) span.get(BYTES) > 0);
  }

  @Test
  void slowLeafThatThrows_tellsItsCostsAndItsError() {
    leaf.took(SLOW_NS);
    Runnable failing =
        () -> {
          throw new IllegalStateException("boom");
        };
    assertThatThrownBy(() -> inRun(() -> Woven.call(leaf, failing))).hasMessage("boom");
    assertThat(spansOf(leaf))
        .singleElement()
        .satisfies(span -> assertThat(span).containsKeys(BYTES, CPU, "error.type"));
  }

  @Test
  void fastLeaf_isMeasuredAtOnce_andThenNotMoreThanTwiceASecond() {
    inRun(() -> {
      long begin = System.nanoTime();
      Set<Long> measured = new HashSet<>();
      for (int i = 0; i < 1_000_000; i++) {
        measuredId().ifPresent(measured::add);
      }
      long halves = (System.nanoTime() - begin) / 500_000_000;
      assertThat(measured.size()).isBetween(1, (int) halves + 1);
    });
  }

  @Test
  void fastLeaf_isMeasuredAgain() {
    inRun(() -> {
      Set<Long> measured = new HashSet<>();
      while (measured.size() < 3) {
        IntStream.range(0, 64).forEach(i -> measuredId().ifPresent(measured::add));
        LockSupport.parkNanos(10_000);
      }
    });
  }

  /** Of one call, if it is measured. */
  private OptionalLong measuredId() {
    long id = HeddleHook.id(HeddleHook.lane(leaf.number()), leaf.number());
    return MeasuredLeaves.isOne(id) ? OptionalLong.of(id) : OptionalLong.empty();
  }

  @Test
  void recursionOfSlowLeaves_keepsABoundedNumberOfThemInMind() {
    leaf.took(SLOW_NS);
    inRun(() -> recurse(1_000));
    assertThat(spansOf(leaf))
        .hasSize(1_000)
        .filteredOn(span -> span.containsKey(BYTES))
        .hasSizeBetween(200, 999);
  }

  private void recurse(int depth) {
    if (depth > 0) {
      Woven.call(leaf, () -> recurse(depth - 1));
    }
  }
}
