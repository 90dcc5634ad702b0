package io.heddle.instrumentation.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that answers each line on its standard input with one on its standard output. */
final class Dialogue implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path err;
  private final Writer in;
  private final BufferedReader out;

  private Dialogue(Process process, Path err) {
    this.process = process;
    this.err = err;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static Dialogue with(Application program, Path directory) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(program.javaHome().resolve("bin").resolve("java").toString());
    line.addAll(program.options());
    line.addAll(List.of("-cp", program.classPath()));
    line.addAll(program.command());
    Path err = directory.resolve("err.txt");
    return new Dialogue(new ProcessBuilder(line).redirectError(err.toFile()).start(), err);
  }

  long pid() {
    return process.pid();
  }

  String ask(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
    return out.readLine();
  }

  String err() {
    try {
      return Files.readString(err);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Waits until standard error has that text. */
  void awaitErr(String text) throws InterruptedException {
    await(() -> err().contains(text), text);
  }

  void await(BooleanSupplier condition, String what) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("did not come: " + what + "\n" + err());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Ends the input and waits for the program's end. */
  void end() throws IOException, InterruptedException {
    in.close();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running\n" + err());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
