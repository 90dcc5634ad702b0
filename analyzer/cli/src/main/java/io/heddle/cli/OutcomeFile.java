package io.heddle.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.report.json.OutcomeJson;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file with an outcome on each line. */
final class OutcomeFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Path path;
  private final String name;

  /**
   * Names the file, which need not exist yet.
   *
   * @param name what errors call it
   */
  OutcomeFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /** Reads all outcomes; an error names the line and the field. */
  TrackRecord read() {
    return parse(text());
  }

  /** Adds a line, after it has seen that what is there are outcomes. */
  void append(Outcome outcome) {
    String before = Files.exists(path) ? text() : "";
    parse(before);
    StringWriter line = new StringWriter();
    try {
      if (!before.isEmpty() && !before.endsWith("\n")) {
        line.write('\n');
      }
      OutcomeJson.writeLine(outcome, line);
      Files.writeString(
          path, line.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UserError(name + ": " + Reason.of(e));
    }
  }

  private String text() {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError(name + ": " + Reason.of(e));
    }
  }

  private TrackRecord parse(String text) {
    List<String> lines = text.lines().toList();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        outcomes.add(outcome(lines.get(i), name + ": line " + (i + 1)));
      }
    }
    return new TrackRecord(outcomes);
  }

  private static Outcome outcome(String line, String at) {
    try {
      JsonNode json = MAPPER.readTree(line);
      return OutcomeLine.of(json);
    } catch (JacksonException e) {
      throw new UserError(at + ": " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new UserError(at + ": " + e.getMessage());
    }
  }
}
