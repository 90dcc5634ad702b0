package io.heddle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files below a folder. */
final class Folder {
  /** All files, in order of name. */
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UserError(folder + ": " + Reason.of(e));
    }
  }

  /** Size of a file, or of all files below a folder; 0 when there is none, as for a stream. */
  static long bytes(Path path) {
    return Files.isDirectory(path)
        ? files(path).stream().mapToLong(Folder::bytes).sum()
        : path.toFile().length();
  }

  private Folder() {}
}
