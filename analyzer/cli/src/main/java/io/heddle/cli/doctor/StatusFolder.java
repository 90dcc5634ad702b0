package io.heddle.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
   * @param unreadable is told which file is left out, and why
   * @throws IOException if the folder cannot be read
   */
  public List<AgentStatus> all(Consumer<String> unreadable) throws IOException {
    List<AgentStatus> all = new ArrayList<>();
    for (Path file : files()) {
      try {
        all.add(read(file));
      } catch (IOException damaged) {
        unreadable.accept(damaged.getMessage());
      }
    }
    all.sort(Comparator.comparingLong(AgentStatus::pid));
    return all;
  }

  /** Why there is nothing of a JVM; one line. */
  public String whyUnknown(long pid) {
    return "%d has no status in %s: %s".formatted(pid, path, Processes.whyUnknown(pid));
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
      throw new IOException(file + " is no status: " + firstLine(unreadable), unreadable);
    }
  }

  private static String firstLine(IOException unreadable) {
    return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
  }
}
