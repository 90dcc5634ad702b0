package io.heddle.instrumentation.testkit;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The core agent with an engine module inside, and with the list of the classes it weaves. */
final class BundledJar {
  private static final String LIST = "inst/META-INF/heddle/woven-classes";

  private BundledJar() {}

  static Path in(Path directory, Path module, Class<?> woven) throws IOException {
    Path jar = directory.resolve("bundled-agent.jar");
    Files.copy(AgentJar.core(), jar);
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      for (Path file : filesOf(module)) {
        String name = module.relativize(file).toString().replaceFirst("\\.class$", ".classdata");
        Path entry = files.getPath("inst", name);
        Files.createDirectories(entry.getParent());
        Files.copy(file, entry);
      }
      Files.writeString(files.getPath(LIST), woven.getName().replace('.', '/') + "\n");
    }
    return jar;
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
