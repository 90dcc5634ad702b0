package io.heddle.cli;

import io.heddle.cli.doctor.AgentStatus;
import io.heddle.cli.doctor.Diagnosis;
import io.heddle.cli.doctor.Findings;
import io.heddle.cli.doctor.StatusFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an agent is doing, and what keeps it from recording. */
@Command(
    name = "doctor",
    description = {
      "What an agent is doing, and what keeps it from recording.",
      "Without PID it lists the JVMs of this user that run or ran with the agent. With one it tells"
          + " what the agent wove, recorded and sent. Exit code 1 if something is wrong, with any of"
          + " those listed or with this one.",
      "Formats: text and json."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "PID", description = "Process id, running or not.")
  private @Nullable Long pid;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "What heddle.status.dir is for these JVMs (default: ~/.heddle/status).")
  private @Nullable Path directory;

  @Mixin private Output output = new Output();

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!output.is("text") && !output.is("json")) {
      throw new UserError("--format: doctor knows text and json");
    }
    try {
      return pid == null ? list() : examine(pid);
    } catch (IOException unreadable) {
      throw new UserError("doctor: " + Reason.of(unreadable));
    }
  }

  private StatusFolder folder() {
    return directory == null
        ? StatusFolder.ofUser()
        : new StatusFolder(console.directory().resolve(directory));
  }

  private int list() throws IOException {
    List<Findings> all = folder().all(console::say).stream().map(DoctorCommand::findings).toList();
    if (all.isEmpty()) {
      throw new UserError("doctor: no JVM has run with the agent, says " + folder().path());
    }
    output.write(
        console,
        out -> {
          for (Findings each : all) {
            out.write(output.is("json") ? each.json() : line(each));
          }
        });
    return all.stream().allMatch(DoctorCommand::isHealthy) ? ExitCode.DONE : ExitCode.NO;
  }

  private static boolean isHealthy(Findings findings) {
    return findings.diagnosis().faults().isEmpty();
  }

  private static String line(Findings each) {
    AgentStatus status = each.status();
    return "%8d  %-8s %3d %-6s  %s\n"
        .formatted(
            status.pid(),
            status.state(),
            each.diagnosis().faults().size(),
            each.diagnosis().faults().size() == 1 ? "fault" : "faults",
            status.command());
  }

  private int examine(long process) throws IOException {
    Findings findings =
        folder()
            .of(process)
            .map(DoctorCommand::findings)
            .orElseThrow(() -> new UserError("doctor: process " + folder().whyUnknown(process)));
    output.write(console, out -> out.write(output.is("json") ? findings.json() : findings.text()));
    return isHealthy(findings) ? ExitCode.DONE : ExitCode.NO;
  }

  private static Findings findings(AgentStatus status) {
    return new Findings(status, Diagnosis.of(status));
  }
}
