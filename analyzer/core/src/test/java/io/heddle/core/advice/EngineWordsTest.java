package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.FieldSource;

class EngineWordsTest {
  private static final Neighbours TWO = new Neighbours(List.of("left", "right"), "load", null);

  @Test
  void branches_areWrittenWithTheNodesAroundThem() {
    assertThat(EngineWords.of("langgraph4j").sideBySide(TWO))
        .contains(
            "graph.addEdge(\"load\", \"left\");",
            "graph.addEdge(\"load\", \"right\");",
            "graph.addEdge(\"right\", END);",
            "addParallelNodeExecutor(\"load\", executor)");
    assertThat(EngineWords.of("airflow").sideBySide(TWO)).isEqualTo("load >> [left, right] >> END");
  }

  @Test
  void anEngineWithoutWords_isToldInGenericOnes() {
    assertThat(EngineWords.of("").sideBySide(TWO)).contains("CompletableFuture");
    assertThat(EngineWords.of("n8n").batch()).isEqualTo(EngineWords.of("").batch());
    assertThat(EngineWords.of("operaton").retry("pay")).contains("camunda:failedJobRetryTimeCycle");
  }

  @ParameterizedTest
  @EmptySource
  @FieldSource("io.heddle.core.advice.EngineWords#ENGINES")
  void nothingIsLeftOpen(String engine) {
    EngineWords words = EngineWords.of(engine);
    assertThat(
            List.of(
                words.sideBySide(TWO),
                words.serialSwitch("load"),
                words.switchName(),
                words.cached("load", Duration.ofHours(1)),
                words.cachedModel("load", Duration.ofHours(1)),
                words.retry("load"),
                words.workers("load", 4),
                words.timeout("load", 250),
                words.model("load", "small"),
                words.promptCache(),
                words.warmUp("load"),
                words.bound("load", 8)))
        .noneMatch(text -> text.isBlank() || text.matches("(?s).*(?<!\\$)\\{[a-z!]+}.*"));
  }
}
