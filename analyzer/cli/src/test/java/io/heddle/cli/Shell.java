package io.heddle.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs commands in this process and keeps what they print. */
final class Shell {
  private final Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Shell(Path directory) {
    this.directory = directory;
  }

  int run(String... arguments) {
    return commands().execute(arguments);
  }

  /** The commands, with nothing printed yet. */
  Commands commands() {
    return new Commands(new Console(stream(out), stream(err), false, false, directory));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    bytes.reset();
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> errLines() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  Path write(String name, String... lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, List.of(lines));
  }
}
