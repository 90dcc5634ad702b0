package io.heddle.benchmarks.rivals;

import io.heddle.benchmarks.host.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The classes of the host programs, apart from those that measure them. */
final class HostClasses {
  private HostClasses() {}

  /** Copies them into that folder, a class path of their own. */
  static Path copy(Path folder) throws IOException {
    String path = Job.class.getPackageName().replace('.', '/');
    Path classes = Path.of("benchmarks/rivals/target/classes");
    Files.createDirectories(folder.resolve(path));
    try (Stream<Path> files = Files.list(classes.resolve(path))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(path).resolve(file.getFileName()));
      }
    }
    return folder;
  }
}
