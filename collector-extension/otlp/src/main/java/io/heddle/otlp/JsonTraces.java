package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** JSON documents of any known format, recognised by the names of their fields. */
final class JsonTraces {
  private final OtlpJson otlp;
  private boolean recognised;

  JsonTraces(Spans spans) {
    otlp = new OtlpJson(spans);
  }

  /** Reads all documents of a parser. */
  void documents(JsonParser in) throws IOException {
    while (in.nextToken() != null) {
      document(in);
    }
  }

  private void document(JsonParser in) throws IOException {
    recognised = false;
    String place = JsonValues.place(in);
    value(in);
    if (!recognised) {
      throw new TraceFormatException("no trace in the JSON document " + place);
    }
  }

  private void value(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      recognised = true;
      Json.each(in, this::value);
    } else {
      Json.fields(in, this::field);
    }
  }

  private void field(String name, JsonParser in) throws IOException {
    switch (name) {
      case "resourceSpans", "batches" -> {
        recognised = true;
        otlp.resourceSpansList(in);
      }
      default -> in.skipChildren();
    }
  }
}
