package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two look-ups, first one after the other, then side by side. */
final class VerifyCommandTest {
  private static final int RUNS = 40;

  @TempDir private Path directory;
  private Shell shell;
  private String id;

  @BeforeEach
  void beforeAndAfter() throws IOException {
    shell = new Shell(directory);
    shell.write("base.jsonl", lines(0, false));
    shell.write("current.jsonl", lines(1_000, true));
    assertThat(shell.run("recommend", "--format=json", "base.jsonl")).isZero();
    id = json().at("/recommendations/0/id").asText();
    assertThat(id).startsWith("parallel-");
  }

  @Test
  void promiseThatWasKept_isSaid() {
    assertThat(verify()).isZero();
    assertThat(shell.out())
        .contains(id, "mail: answer", "40 runs after against 40 before", "as said")
        .doesNotContain("Nothing is learnt");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void changeThatDidNothing_isSaid() {
    assertThat(shell.run("verify", "--recommendation", id, "base.jsonl", "base.jsonl")).isZero();
    assertThat(shell.out()).contains("saved 0 ms", "less than said");
  }

  @Test
  void oneInput_isSplitByTime() {
    assertThat(
            shell.run(
                "verify",
                "--recommendation=" + id,
                "--base-to=2026-09-21T14:20:00Z",
                "--current-from=2026-09-21T14:20:00Z",
                "base.jsonl",
                "current.jsonl"))
        .isZero();
    assertThat(shell.out()).contains("40 runs after against 40 before", "as said");
  }

  @Test
  void json_isTheLineThatIsAppended() throws IOException {
    assertThat(verify("--format=json", "--outcomes=past.jsonl")).isZero();
    assertThat(past()).containsExactly(shell.out().strip());
    JsonNode outcome = json();
    assertThat(outcome.get("recommendation").asText()).isEqualTo(id);
    assertThat(outcome.at("/predicted/meanMs").asDouble()).isBetween(20.0, 30.0);
    assertThat(outcome.at("/realised/meanMs").asDouble()).isBetween(20.0, 30.0);
    assertThat(outcome.at("/realised/significant").asBoolean()).isTrue();
    assertThat(outcome.at("/runs/current").asInt()).isEqualTo(RUNS);
    assertThat(outcome.get("confounders")).isEmpty();
  }

  @Test
  void whatIsRead_isWrittenTheSame() throws IOException {
    verify("--outcomes=past.jsonl");
    assertThat(shell.run("outcomes", "--format=json", "past.jsonl")).isZero();
    assertThat(json().at("/outcomes/0")).isEqualTo(new ObjectMapper().readTree(past().get(0)));
    assertThat(json().at("/rules/0/correction").isNull()).isTrue();
  }

  @Test
  void lineWithoutItsEnd_isEndedBeforeTheNext() throws IOException {
    verify("--outcomes=past.jsonl");
    Files.writeString(directory.resolve("past.jsonl"), past().get(0));
    verify("--outcomes=past.jsonl");
    assertThat(past()).hasSize(2).allSatisfy(it -> assertThat(it).startsWith("{").endsWith("}"));
  }

  @Test
  void nineOutcomes_changeNothing_tenDo() throws IOException {
    double said = firstSaving("base.jsonl");
    many(9);
    assertThat(firstSaving("--outcomes=past.jsonl", "base.jsonl")).isEqualTo(said);
    many(10);
    assertThat(firstSaving("--outcomes=past.jsonl", "base.jsonl"))
        .isBetween(0.4 * said, 0.6 * said);
    assertThat(json().at("/recommendations/0/evidence/learned/0/outcomes").asInt()).isEqualTo(10);
    assertThat(json().at("/trackRecord/outcomes")).hasSize(10);
  }

  @Test
  void report_tellsWhatWasSaidAndWhatHappened() throws IOException {
    many(10);
    for (String format : List.of("text", "markdown", "html", "json")) {
      assertThat(shell.run("analyze", "--format", format, "--outcomes=past.jsonl", "base.jsonl"))
          .isZero();
      assertThat(shell.out())
          .contains(format.equals("json") ? "trackRecord" : "What we said and what happened");
    }
    assertThat(shell.run("outcomes", "past.jsonl")).isZero();
    assertThat(shell.out()).contains("less than said", "x 0.5");
  }

  /** From the advice on a dear model, by way of the change, to what it saved. */
  @Test
  void moneyThatWasPromised_isHeldAgainstThePriceTable() throws IOException {
    shell.write("dear.jsonl", calls(0, "gpt-4.1"));
    shell.write("cheap.jsonl", calls(1_000, "gpt-4.1-mini"));
    shell.run("recommend", "--format=json", "dear.jsonl");
    String tokens = json().at("/recommendations/0/id").asText();
    assertThat(tokens).startsWith("tokens-");

    String recommendation = "--recommendation=" + tokens;
    assertThat(
            shell.run(
                "verify", recommendation, "--outcomes=past.jsonl", "dear.jsonl", "cheap.jsonl"))
        .isZero();

    assertThat(shell.out()).contains("saved 0.00114 USD", "as said");
    JsonNode line = new ObjectMapper().readTree(past().get(0));
    assertThat(line.at("/predicted/cost/currency").asText()).isEqualTo("USD");
    // 700 tokens in and 3 out, at 2 and 8 instead of 0.4 and 1.6 per million
    assertThat(line.at("/realised/cost/amount").asDouble()).isCloseTo(0.0011392, within(1e-9));
    assertThat(shell.run("outcomes", "--format=json", "past.jsonl")).isZero();
    assertThat(json().at("/outcomes/0")).isEqualTo(line);
    assertThat(shell.run("outcomes", "--format=csv", "past.jsonl")).isZero();
    assertThat(shell.out()).contains(",USD,");
  }

  private static String[] calls(int first, String model) {
    return IntStream.range(first, first + RUNS)
        .mapToObj(i -> TraceLine.ofModel(i, model, 700, 3))
        .toArray(String[]::new);
  }

  @Test
  void unknownRecommendation_namesTheKnown() {
    assertThat(shell.run("verify", "--recommendation=cache-1", "base.jsonl", "current.jsonl"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("cache-1", id);
  }

  @Test
  void groupWithoutRuns_isAnError() {
    assertThat(verify("--base-to=2026-09-21T14:20:00Z", "--current-from=2030-01-01"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).last().asString().contains("no run of mail: answer after");
  }

  @Test
  void damagedOutcome_isNamedByLineAndField() throws IOException {
    verify("--outcomes=past.jsonl");
    String good = past().get(0);
    assertThat(error(good, "{\"recommendation\":")).contains("past.jsonl: line 2");
    assertThat(error(good.replace("\"meanMs\"", "\"mean\"")))
        .contains("line 1", "predicted.meanMs is missing");
    assertThat(error(good.replaceAll("\"sinceNs\":\"\\d+\"", "\"sinceNs\":\"noon\"")))
        .contains("sinceNs", "noon");
    assertThat(error(good.replace("\"nodes\"", "\"knots\""))).contains("nodes is missing");
  }

  @Test
  void damagedFile_isNotAppendedTo() throws IOException {
    shell.write("past.jsonl", "oops");
    assertThat(verify("--outcomes=past.jsonl")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(past()).containsExactly("oops");
  }

  @Test
  void outcomesThatAreNot_areAnError() {
    assertThat(shell.run("recommend", "--outcomes=none.jsonl", "base.jsonl"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("none.jsonl: no such file");
  }

  private String error(String... lines) throws IOException {
    shell.write("past.jsonl", lines);
    assertThat(shell.run("outcomes", "past.jsonl")).isEqualTo(ExitCode.BAD_INPUT);
    return shell.errLines().get(0);
  }

  /** Outcomes of other recommendations of the same rule that saved half of what was said. */
  private void many(int count) throws IOException {
    verify("--format=json");
    String line = shell.out().strip();
    double said = json().at("/predicted/meanMs").asDouble();
    String half =
        line.replaceFirst(
            "(\"realised\":\\{\"meanMs\":)[^,]+(,\"shiftMs\":)[^,]+,\"intervalMs\":\\[[^]]+",
            "$1" + said / 2 + "$2" + said / 2 + ",\"intervalMs\":[" + said / 2 + "," + said / 2);
    String[] lines =
        IntStream.range(0, count)
            .mapToObj(i -> half.replace(id, "parallel-" + i))
            .toArray(String[]::new);
    shell.write("past.jsonl", lines);
  }

  private double firstSaving(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 2];
    all[0] = "recommend";
    all[1] = "--format=json";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    assertThat(shell.run(all)).isZero();
    return json().at("/recommendations/0/saving/meanMs").asDouble();
  }

  private int verify(String... more) {
    List<String> all = new ArrayList<>(List.of("verify", "--recommendation=" + id));
    all.addAll(List.of(more));
    all.addAll(List.of("base.jsonl", "current.jsonl"));
    return shell.run(all.toArray(String[]::new));
  }

  private List<String> past() throws IOException {
    return Files.readAllLines(directory.resolve("past.jsonl"));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(shell.out());
  }

  private static String[] lines(int first, boolean sideBySide) {
    return IntStream.range(first, first + RUNS)
        .mapToObj(i -> TraceLine.ofLookUps(i, 40 + i % 7, 25 + i % 5, sideBySide))
        .toArray(String[]::new);
  }
}
