package io.heddle.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the operating system says of a process. */
final class Processes {
  /**
   * Clocks of processes are read in ticks, and from a start of the machine that is known roughly.
   */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private Processes() {}

  /** Whether the process that wrote something then is still there; its id may be another's now. */
  static boolean isAlive(long pid, Instant written) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !isStartedAfter(process, written))
        .isPresent();
  }

  private static boolean isStartedAfter(ProcessHandle process, Instant written) {
    return process
        .info()
        .startInstant()
        .filter(start -> start.isAfter(written.plus(ROUNDING)))
        .isPresent();
  }

  /** Why there is no status of it; one phrase. */
  static String whyUnknown(long pid) {
    Optional<ProcessHandle> process = pid < 0 ? Optional.empty() : ProcessHandle.of(pid);
    return process.map(Processes::whyUnknown).orElse("there is no such process");
  }

  private static String whyUnknown(ProcessHandle process) {
    String user = process.info().user().orElse("");
    if (!user.isEmpty() && !user.equals(System.getProperty("user.name"))) {
      return "it is a process of %s, whose own doctor can tell".formatted(user);
    }
    String command = process.info().command().orElse("java");
    return command.endsWith("java") || command.endsWith("java.exe")
        ? "it runs without -javaagent:heddle-agent.jar, or with another heddle.status.dir, which --dir"
            + " would name"
        : "it is no JVM but " + command;
  }
}
