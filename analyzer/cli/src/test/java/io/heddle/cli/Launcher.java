package io.heddle.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher of this repository, as a user calls it. */
final class Launcher {
  private static final Path SCRIPT = Path.of("../../heddle").toAbsolutePath().normalize();
  private final Path directory;
  private final Path script;

  private Launcher(Path directory, Path script) {
    this.directory = directory;
    this.script = script;
  }

  /** Called from {@code directory}. */
  static Launcher from(Path directory) {
    return new Launcher(directory, SCRIPT);
  }

  /** The same, called through a symbolic link. */
  Launcher through(String link) throws IOException {
    return new Launcher(directory, Files.createSymbolicLink(directory.resolve(link), SCRIPT));
  }

  /** Starts it, waits for its end. */
  Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    File out = directory.resolve("out.txt").toFile();
    File err = directory.resolve("err.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Ended(process.waitFor(), read(out), read(err));
  }

  private static String read(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  /** What a call left behind. */
  record Ended(int code, String out, String err) {}
}
