package io.heddle.cli;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.definitions.DefinitionFormatException;
import io.heddle.definitions.DefinitionReader;
import io.heddle.runs.Graph;
import io.heddle.runs.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A definition that a command was given.
 *
 * @param runs those of its file, if it is a file of spans
 */
record DefinitionFile(Blueprint blueprint, List<Run> runs) {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int PEEKED_BYTES = 1 << 16;

  static DefinitionFile read(Path file, TraceFiles traces, Console console) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return new DefinitionFile(parse(System.in.readAllBytes(), file), List.of());
      }
      Path path = console.directory().resolve(file);
      if (Files.isDirectory(path) || isTraces(path)) {
        return captured(file, traces.read(List.of(file), console).runs());
      }
      return new DefinitionFile(parse(Files.readAllBytes(path), file), List.of());
    } catch (DefinitionFormatException e) {
      throw new UserError(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UserError(file + ": " + Reason.of(e));
    }
  }

  private static Blueprint parse(byte[] bytes, Path file) throws DefinitionFormatException {
    return DefinitionReader.read(bytes, name(file));
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int end = name.indexOf('.', 1);
    return end < 0 ? name : name.substring(0, end);
  }

  /** Traces are binary, or name trace ids early; definitions do neither. */
  private static boolean isTraces(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(PEEKED_BYTES);
      if (isWideText(bytes)) {
        return false;
      }
      String start = new String(bytes, StandardCharsets.ISO_8859_1);
      return start.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
          || start.contains("\"resourceSpans\"")
          || start.contains("\"resource_spans\"")
          || start.contains("\"traceID\"")
          || start.contains("\"traceId\"");
    }
  }

  /** By the byte order mark of UTF-16. */
  private static boolean isWideText(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe;
  }

  /** The graph of the last run that has one; all runs must be of one workflow. */
  private static DefinitionFile captured(Path file, List<Run> runs) {
    Map<String, List<Run>> byWorkflow = new TreeMap<>();
    for (Run run : runs) {
      if (run.graph() != null) {
        String key = run.workflow().service() + ": " + run.workflow().name();
        byWorkflow.computeIfAbsent(key, unused -> new ArrayList<>()).add(run);
      }
    }
    if (byWorkflow.size() != 1) {
      throw new UserError(
          byWorkflow.isEmpty()
              ? file + ": no span carries a graph (heddle.graph)"
              : "choose one with --workflow and --service: "
                  + String.join(", ", byWorkflow.keySet()));
    }
    return latest(byWorkflow.values().iterator().next());
  }

  private static DefinitionFile latest(List<Run> runs) {
    Run last = runs.get(0);
    for (Run run : runs) {
      last = run.root().startNs() >= last.root().startNs() ? run : last;
    }
    Graph graph = Objects.requireNonNull(last.graph());
    return new DefinitionFile(
        Blueprint.captured(last.workflow().name(), graph),
        runs.stream().filter(run -> graph.equals(run.graph())).toList());
  }
}
