package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PricesTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  @Test
  void shippedTable_pricesADatedModelAndSaysTheDate() throws IOException {
    call("gpt-4.1-mini-2025-04-14");
    assertThat(shell.run("stats", "call.jsonl")).isZero();
    assertThat(shell.out()).contains("about 2 USD (an estimate by prices of 2025-08-01)");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void analysis_saysTheDateToo() throws IOException {
    call("o3");
    assertThat(shell.run("analyze", "call.jsonl")).isZero();
    assertThat(shell.out()).contains("about 10 USD (an estimate by prices of 2025-08-01)");
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-mini-2024-07-18, 0.75",
    "gpt-4o-2024-05-13, 20",
    "claude-3-5-haiku-20241022, 4.8",
    "claude-sonnet-4-20250514, 18",
    "claude-opus-4@20250514, 90",
    "gemini-2.0-flash-001, 0.5",
    "gemini-2.5-flash-lite, 0.5",
    "openai/gpt-4o-mini, 0.75",
    "models/gemini-2.0-flash, 0.5",
    "text-embedding-3-small, 0.02",
  })
  void longestPrefix_decides(String model, String amount) throws IOException {
    call(model);
    shell.run("stats", "call.jsonl");
    assertThat(shell.out()).contains("about " + amount + " USD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody-1",
        "groq/gpt-4o",
        "gpt-4.5-preview",
        "gpt-4o-audio-preview",
        "claude-opus-4-5",
        "gemini-2.5-flash-image"
      })
  void modelWithoutPrice_isNamedAndCostsNothingKnown(String model) throws IOException {
    call(model);
    assertThat(shell.run("stats", "call.jsonl")).isZero();
    assertThat(shell.out()).doesNotContain("USD");
    assertThat(shell.errLines()).singleElement().asString().contains("no price", model);
  }

  @Test
  void ownTable_replacesTheShippedOne() throws IOException {
    call("own-1");
    table("{'provider':'acme','model':'own','input':3,'output':0.5}");
    assertThat(shell.run("stats", "--prices", "prices.json", "call.jsonl")).isZero();
    assertThat(shell.out()).contains("about 3.5 EUR (an estimate by prices of 2026-02-03)");
    call("gpt-4.1");
    shell.run("stats", "--prices", "prices.json", "call.jsonl");
    assertThat(shell.out()).doesNotContain("EUR", "USD");
  }

  @Test
  void priceThatIsNoNumber_isNamedWithItsField() throws IOException {
    table("{'model':'a','input':1,'output':1},{'model':'b','input':'cheap','output':1}");
    assertThat(error()).contains("--prices prices.json", "models[1].input", "cheap");
  }

  @Test
  void forgottenPrice_isNamedWithItsField() throws IOException {
    table("{'model':'a','inputs':1,'output':1}");
    assertThat(error()).contains("--prices prices.json", "models[0].input", "missing");
  }

  @Test
  void negativePrice_isAnError() throws IOException {
    table("{'model':'a','input':1,'output':1,'cacheRead':-1}");
    assertThat(error()).contains("models[0].cacheRead", "-1");
  }

  @Test
  void tableWithoutModels_isAnError() throws IOException {
    shell.write("prices.json", "{\"currency\":\"USD\",\"date\":\"2026-02-03\"}");
    assertThat(error()).contains("prices.json", "models");
  }

  @Test
  void dateThatIsNone_isAnError() throws IOException {
    shell.write("prices.json", "{\"currency\":\"USD\",\"date\":\"spring\",\"models\":[]}");
    assertThat(error()).contains("prices.json", "date", "spring");
  }

  private String error() throws IOException {
    call("gpt-4.1");
    assertThat(shell.run("stats", "--prices", "prices.json", "call.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).hasSize(1);
    return shell.errLines().get(0);
  }

  private void table(String models) throws IOException {
    shell.write(
        "prices.json",
        "{'currency':'EUR','date':'2026-02-03','models':[%s]}"
            .formatted(models)
            .replace('\'', '"'));
  }

  /** A run whose one model call takes a million tokens in and out. */
  private void call(String model) throws IOException {
    shell.write("call.jsonl", TraceLine.ofModel(model, 1_000_000));
  }
}
