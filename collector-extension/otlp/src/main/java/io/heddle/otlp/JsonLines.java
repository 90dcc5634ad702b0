package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** JSON documents, one a line; a damaged line is reported and the next one read. */
final class JsonLines {
  /** Longest line that is read. */
  static final int LINE_LIMIT = 1 << 29;

  private final TraceReader target;
  private final String name;
  private JsonTraces traces;
  private PlainOtlpJson plain;
  private @Nullable TraceFormatException firstDamage;

  JsonLines(TraceReader target, String name) {
    this.target = target;
    this.name = name;
    traces = new JsonTraces(target.spans());
    plain = new PlainOtlpJson(target.spans());
  }

  void read(InputStream in) throws IOException {
    LineSource lines = new LineSource(in, LINE_LIMIT);
    long before = target.spansRead();
    while (lines.next()) {
      line(lines);
      if (target.messageRead()) {
        traces = new JsonTraces(target.spans());
        plain = new PlainOtlpJson(target.spans());
      }
    }
    if (firstDamage != null && target.spansRead() == before) {
      throw firstDamage;
    }
  }

  private void line(LineSource line) throws IOException {
    if (line.isBlank()) {
      return;
    }
    if (plain.read(line.bytes(), line.from(), line.to())) {
      return;
    }
    int mark = target.spans().size();
    try (JsonParser parser = Json.parser(line.bytes(), line.from(), line.to() - line.from())) {
      traces.documents(parser);
    } catch (IOException damaged) {
      target.spans().truncate(mark);
      TraceFormatException reason = Json.explain(damaged);
      String error = name + ": line " + line.number() + ": " + reason.getMessage();
      firstDamage = firstDamage == null ? new TraceFormatException(error, reason) : firstDamage;
      target.damaged(error, reason);
    }
  }
}
