package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/** JSON documents over as many lines as they like; what follows a damage is lost and reported. */
final class JsonDocuments {
  private static final int WINDOW = 4 << 20;

  /**
   * Longest element of resourceSpans that is loaded; one that is longer is read from the stream.
   */
  private static final int ELEMENT_LIMIT = 64 << 20;

  private final TraceReader target;
  private final String name;

  JsonDocuments(TraceReader target, String name) {
    this.target = target;
    this.name = name;
  }

  void read(InputStream in) throws IOException {
    read(new JsonWindow(in, WINDOW, ELEMENT_LIMIT));
  }

  void read(JsonWindow window) throws IOException {
    long before = target.spansRead();
    OtlpDocuments usual = new OtlpDocuments(target, window);
    usual.read();
    try (JsonParser parser = Json.parser(usual.rest(), usual.restOffset())) {
      new JsonTraces(target.spans()).documents(parser);
    } catch (IOException damaged) {
      TraceFormatException reason = Json.explain(damaged, usual.restOffset());
      String error = name + ": " + reason.getMessage();
      if (target.spansRead() == before) {
        throw new TraceFormatException(error, reason);
      }
      target.damaged(error, reason);
    }
    target.messageRead();
  }
}
