package io.heddle.recorder.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.export.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramsTest {
  private final Histograms histograms =
      new Histograms(new Instrument.Description("times", "s", "Times."), 3);

  private static List<Attribute> node(int number) {
    return List.of(new Attribute("node", "n" + number));
  }

  @Test
  void equalAttributes_areOneSeries() {
    assertThat(histograms.of(node(1))).isSameAs(histograms.of(node(1)));
  }

  @Test
  void furtherSeries_overflowIntoOne() {
    for (int node = 0; node < 10; node++) {
      histograms.of(node(node)).add(1);
    }
    assertThat(histograms.series())
        .hasSize(3)
        .containsKeys(node(0), node(1), List.of(new Attribute("otel.metric.overflow", true)));
    assertThat(histograms.of(node(7)).count()).isEqualTo(8);
    assertThat(histograms.of(node(0)).count()).isEqualTo(1);
  }
}
