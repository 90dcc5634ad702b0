package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {
  private final Recorder recorder = Recorder.create(Settings.of(Map.of()));
  private final Node node = recorder.workflow("testengine", "mail", null).node("a", "code");

  /** An id that is not among those of which everything is measured. */
  private static final long ORDINARY =
      LongStream.iterate(1, id -> id + 2)
          .filter(id -> !Costs.isSampled(id))
          .findFirst()
          .orElseThrow();

  @ParameterizedTest
  @ValueSource(longs = {2, 4, 100, 102, 2046, 2048, 1 << 20})
  void idsOfOneNode_areSampledOnceIn1024_howeverFarApart(long distance) {
    long sampled =
        LongStream.range(0, 1 << 16).filter(i -> Costs.isSampled(7 + i * distance)).count();
    assertThat(sampled).isBetween(48L, 80L);
  }

  @Test
  void fastNode_isNotWorthMeasuring() {
    node.took(9_000);
    assertThat(node.worthMeasuring(ORDINARY)).isEqualTo(Costs.NONE);
  }

  @Test
  void memory_isMeasuredFrom10Microseconds_andCpuFrom100() {
    node.took(50_000);
    assertThat(node.worthMeasuring(ORDINARY)).isEqualTo(Costs.MEMORY);
    for (int i = 0; i < 10; i++) {
      node.took(200_000);
    }
    assertThat(node.worthMeasuring(ORDINARY)).isEqualTo(Costs.ALL);
  }

  @Test
  void nodeThatWasSlowOnce_isForgotten() {
    node.took(5_000_000);
    for (int i = 0; i < 100; i++) {
      node.took(1_000);
    }
    assertThat(node.worthMeasuring(ORDINARY)).isEqualTo(Costs.NONE);
  }
}
