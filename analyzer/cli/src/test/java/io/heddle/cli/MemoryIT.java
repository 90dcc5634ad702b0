package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryIT {
  private static final List<String> SMALL_JVM =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx32m",
          "-XX:+UseSerialGC",
          "-cp",
          System.getProperty("java.class.path"),
          Heddle.class.getName());
  private static final int RUNS = 76_000;
  @TempDir private static Path directory;

  @BeforeAll
  static void sixtyMegabytes() throws IOException {
    Path file = directory.resolve("runs.jsonl");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < RUNS; i++) {
        writer.write(TraceLine.of("mail", i % 4 == 0 ? "answer" : "sort", i));
        writer.newLine();
      }
    }
    assertThat(Files.size(file)).isGreaterThan(60_000_000);
  }

  @Test
  void statistics_ofAFileLargerThanTheHeap() throws Exception {
    assertThat(heddle("stats", "--format", "json", "runs.jsonl")).isZero();

    assertThat(read("err")).contains("the files are larger than the memory: read in pieces");
    assertThat(read("out"))
        .contains("\"runs\" : " + RUNS / 4)
        .contains("\"runs\" : " + RUNS / 4 * 3);
  }

  @Test
  void wholeReport_ofAFileLargerThanTheHeap_saysWhichSettingGivesMore() throws Exception {
    assertThat(heddle("analyze", "runs.jsonl")).isEqualTo(2);

    assertThat(read("err"))
        .contains("heddle: the memory is used up: the heap may have 3")
        .contains("JAVA_TOOL_OPTIONS=-Xmx")
        .doesNotContain("OutOfMemoryError");
    assertThat(read("out")).isEmpty();
  }

  private static int heddle(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(SMALL_JVM);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(file("out"))
            .redirectError(file("err"))
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  private static File file(String name) {
    return directory.resolve(name).toFile();
  }

  private static String read(String name) throws IOException {
    return Files.readString(file(name).toPath());
  }
}
