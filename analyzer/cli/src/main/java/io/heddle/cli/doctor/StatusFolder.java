package io.heddle.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the agents of this user's JVMs write how they are doing. */
public record StatusFolder(Path path) {
  /** Where agents write that nobody told otherwise. */
  public static StatusFolder ofUser() {
    return new StatusFolder(Path.of(System.getProperty("user.home"), ".heddle", "status"));
  }

  /**
   * All that is there, in the order of their process ids.
   *
   * @throws IOException naming the file that cannot be read
   */
  public List<AgentStatus> all() throws IOException {
    List<AgentStatus> all = new ArrayList<>();
    for (Path file : files()) {
      all.add(read(file));
    }
    all.sort(Comparator.comparingLong(AgentStatus::pid));
    return all;
  }

  /** Of one JVM, if there is any. */
  public Optional<AgentStatus> of(long pid) throws IOException {
    Path file = path.resolve(pid + ".json");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  private static AgentStatus read(Path file) throws IOException {
    try {
      return AgentStatus.of(file, Files.getLastModifiedTime(file).toInstant());
    } catch (IOException unreadable) {
      throw new IOException(file + ": " + unreadable.getMessage(), unreadable);
    }
  }
}
