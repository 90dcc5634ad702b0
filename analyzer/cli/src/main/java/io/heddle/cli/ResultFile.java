package io.heddle.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that gets its whole content or none, so that nobody reads half of it. */
record ResultFile(Path path) {
  /** Writes a result. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Replaces what was there; a pipe or device is written as it is. */
  void write(Content content) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      write(path, content);
      return;
    }
    Path target = Files.exists(path) ? path.toRealPath() : path;
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      write(part, content);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path file, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.writeTo(out);
    }
  }
}
