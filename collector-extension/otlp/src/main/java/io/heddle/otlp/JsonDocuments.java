package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/** JSON documents over as many lines as they like; what follows a damage is lost and reported. */
final class JsonDocuments {
  private final TraceReader target;
  private final String name;

  JsonDocuments(TraceReader target, String name) {
    this.target = target;
    this.name = name;
  }

  void read(InputStream in) throws IOException {
    long before = target.spansRead();
    try (JsonParser parser = Json.parser(in)) {
      new JsonTraces(target.spans()).documents(parser);
    } catch (IOException damaged) {
      TraceFormatException reason = Json.explain(damaged);
      String error = name + ": " + reason.getMessage();
      if (target.spansRead() == before) {
        throw new TraceFormatException(error, reason);
      }
      target.damaged(error, reason);
    }
    target.messageRead();
  }
}
