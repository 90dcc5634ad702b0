package io.heddle.benchmarks.rivals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of the host package, run as a process of its own.
 *
 * @param java the JVM's launcher
 * @param classPath of the program alone
 */
record HostProgram(Path java, String classPath, String main, List<String> arguments) {
  private static final long LIMIT_SECONDS = 300;

  /**
   * What a process said and took.
   *
   * @param figures {@code name=number} pairs it printed; of several, the mean
   * @param firstLineMs from the launch to its first line
   * @param wallMs from the launch to its end
   */
  record Outcome(Map<String, Double> figures, double firstLineMs, double wallMs) {
    double figure(String name) {
      Double value = figures.get(name);
      if (value == null) {
        throw new IllegalStateException("the program printed no " + name + ": " + figures);
      }
      return value;
    }
  }

  Outcome run(Contender contender, Path work) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(work, "stderr", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command(contender));
    builder.environment().putAll(contender.environment());
    builder.redirectError(errors.toFile());
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      return outcome(process, begin, errors);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Contender contender) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-Xmx256m");
    command.addAll(contender.options());
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    return command;
  }

  private static Outcome outcome(Process process, long begin, Path errors)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    double firstLineMs = 0;
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        firstLineMs = lines.isEmpty() ? millisSince(begin) : firstLineMs;
        lines.add(line);
      }
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("the program failed: " + lines + Files.readString(errors));
    }
    return new Outcome(figures(lines), firstLineMs, millisSince(begin));
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static Map<String, Double> figures(List<String> lines) {
    Map<String, Double> sums = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String line : lines) {
      for (String word : line.split(" ", -1)) {
        int equals = word.indexOf('=');
        if (equals > 0 && word.substring(equals + 1).matches("-?[0-9.]+")) {
          String name = word.substring(0, equals);
          sums.merge(name, Double.valueOf(word.substring(equals + 1)), Double::sum);
          counts.merge(name, 1, Integer::sum);
        }
      }
    }
    sums.replaceAll((name, sum) -> sum / counts.getOrDefault(name, 1));
    return sums;
  }
}
