package io.heddle.cli;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs a command looks at; every command takes them. */
final class Filters implements Predicate<Run> {
  @Option(names = "--service", paramLabel = "NAME", description = "Only this service's workflows.")
  private @Nullable String service;

  @Option(names = "--workflow", paramLabel = "NAME", description = "Only this workflow.")
  private @Nullable String workflow;

  @Option(
      names = "--version",
      paramLabel = "V",
      description = "Only this version: of the workflow, or the service.version.")
  private @Nullable String version;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "Only runs that start at or after this time, such as 2026-11-21T09:00:00Z or 2026-11-21.")
  private @Nullable Long sinceNs;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Only runs that start before this time.")
  private @Nullable Long untilNs;

  @Option(
      names = "--where",
      paramLabel = "KEY=VALUE",
      description = "Only runs with a span that carries this attribute; may be repeated.")
  private Map<String, String> where = new TreeMap<>();

  @Override
  public boolean test(Run run) {
    return matches(service, run.workflow().service())
        && matches(workflow, run.workflow().name())
        && versionMatches(run)
        && timeMatches(run.root().startNs())
        && where.entrySet().stream().allMatch(wanted -> carries(run, wanted));
  }

  private static boolean matches(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }

  private boolean versionMatches(Run run) {
    return matches(version, run.workflow().version())
        || matches(version, run.root().attributes().get("service.version"));
  }

  private boolean timeMatches(long startNs) {
    return (sinceNs == null || startNs >= sinceNs) && (untilNs == null || startNs < untilNs);
  }

  private static boolean carries(Run run, Map.Entry<String, String> wanted) {
    return run.executions().stream()
        .map(Execution::attributes)
        .anyMatch(attributes -> wanted.getValue().equals(attributes.get(wanted.getKey())));
  }
}
