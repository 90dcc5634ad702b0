package io.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What README promises: one command, and a report that is right about the sample. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class DemoIT {
  private static final String SPANS = "spans.json";
  private static final String PAGE = "report.html";

  private Path folder;
  private HeddleCommand demo;
  private JsonNode advice;

  @BeforeAll
  void runDemo(@TempDir Path temporary) throws Exception {
    folder = temporary;
    demo =
        HeddleCommand.run(
            folder,
            "demo",
            "--save",
            SPANS,
            "--output",
            PAGE,
            "--grpc-port",
            "0",
            "--http-port",
            "0",
            "--ui-port",
            "0");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    advice =
        new ObjectMapper()
            .readTree(HeddleCommand.run(folder, "recommend", SPANS, "--format", "json").out());
  }

  @Test
  void demo_printsTheReportAndSaysWhereThePageIs() {
    assertThat(demo.out()).contains("answer-customer-mail", "draft_reply", "check_policy");
    assertThat(demo.err()).contains(PAGE);
  }

  @Test
  void page_needsNothingButItself() throws Exception {
    assertThat(Files.readString(folder.resolve(PAGE)))
        .contains("<svg", "answer-customer-mail")
        .doesNotContainPattern("(src|href)=[\"']?(https?:)?//");
  }

  @Test
  void independentLookUps_areRecommendedToRunSideBySide() {
    assertThat(nodesOf("parallel"))
        .anySatisfy(nodes ->
            assertThat(nodes).contains("fetch_order", "fetch_customer", "search_knowledge_base"));
  }

  @Test
  void parallel_alwaysSaysWhatWasNotObserved() {
    assertThat(ofRule("parallel"))
        .isNotEmpty()
        .allSatisfy(recommendation -> {
          assertThat(recommendation.at("/evidence/outsideEffects").isMissingNode()).isFalse();
          assertThat(recommendation.at("/evidence/warning").asText()).contains("outside");
        });
  }

  @Test
  void stepsThatNeedEachOthersResults_areNeverRecommendedToRunSideBySide() {
    assertThat(nodesOf("parallel"))
        .noneMatch(nodes -> nodes.containsAll(List.of("draft_reply", "send_reply")))
        .noneMatch(nodes -> nodes.containsAll(List.of("fetch_order", "draft_reply")))
        .noneMatch(nodes -> nodes.containsAll(List.of("classify", "fetch_order")));
  }

  @Test
  void fanOutThatRunsSerially_isNamedWithItsBranches() {
    assertThat(nodesOf("serial-parallel"))
        .singleElement()
        .satisfies(nodes ->
            assertThat(nodes)
                .containsExactlyInAnyOrder("check_policy", "check_tone", "check_compliance"));
  }

  @Test
  void modelCalledWithEqualInput_isRecommendedForACache() {
    assertThat(nodesOf("cache")).anyMatch(nodes -> nodes.contains("classify"));
    assertThat(nodesOf("cache")).noneMatch(nodes -> nodes.contains("send_reply"));
  }

  @Test
  void everySaving_isComputedAndBelowTheWholeRun() {
    assertThat(advice.get("recommendations"))
        .allSatisfy(recommendation ->
            assertThat(recommendation.at("/saving/percent").asDouble())
                .isBetween(0.0, 100.0)
                .isPositive());
  }

  private List<JsonNode> ofRule(String rule) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode recommendation : advice.get("recommendations")) {
      if (recommendation.get("rule").asText().equals(rule)) {
        found.add(recommendation);
      }
    }
    return found;
  }

  private List<Collection<String>> nodesOf(String rule) {
    List<Collection<String>> all = new ArrayList<>();
    for (JsonNode recommendation : ofRule(rule)) {
      List<String> nodes = new ArrayList<>();
      recommendation.get("nodes").forEach(node -> nodes.add(node.asText()));
      all.add(nodes);
    }
    return all;
  }
}
