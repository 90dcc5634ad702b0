package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatIfTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void threeRuns() throws IOException {
    shell = new Shell(directory);
    shell.write(
        "runs.jsonl",
        TraceLine.of("mail", "answer", 0),
        TraceLine.of("mail", "answer", 1),
        TraceLine.of("mail", "answer", 2));
  }

  @Test
  void halfANode_shortensTheRunByThatHalf() {
    assertThat(shell.run("what-if", "--format=json", "--change", "fetch=x0.5", "runs.jsonl"))
        .isZero();
    assertThat(shell.out().replaceAll("\\s", ""))
        .startsWith("{\"workflow\":\"answer\",\"runs\":3,\"replayed\":3,\"edges\":{")
        .contains("\"baseline\":{\"meanMs\":100.0,\"p50Ms\":100.0,\"p95Ms\":100.0}")
        .contains("\"predicted\":{\"meanMs\":70.0,")
        .endsWith("\"delta\":{\"meanMs\":-30.0,\"intervalMs\":[-30.0,-30.0]},\"caveats\":[]}");
  }

  @Test
  void text_saysHowMuchLess() {
    assertThat(shell.run("what-if", "--parallel", "fetch,draft", "runs.jsonl")).isZero();
    assertThat(shell.out()).contains("40.0 ms less", "measured", "predicted");
  }

  @Test
  void unknownNode_namesTheKnownOnes() {
    assertThat(shell.run("what-if", "--change", "fax=x0", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("fax", "fetch", "draft");
  }

  @Test
  void unreadableChange_isShown() {
    assertThat(shell.run("what-if", "--change", "fetch=twice", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("--change", "fetch=twice");
  }

  @Test
  void severalWorkflows_mustBeChosenFrom() throws IOException {
    shell.write("other.jsonl", TraceLine.of("shop", "order", 3));
    assertThat(shell.run("what-if", "--change", "fetch=x0", "runs.jsonl", "other.jsonl"))
        .isEqualTo(2);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("--workflow", "mail: answer", "shop: order");
  }
}
