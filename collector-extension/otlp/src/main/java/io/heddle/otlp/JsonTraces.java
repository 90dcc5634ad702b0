package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** JSON documents of any known format, recognised by the names of their fields. */
final class JsonTraces {
  private final OtlpJson otlp;
  private final JaegerJson jaeger;
  private final ZipkinJson zipkin;
  private boolean recognised;

  JsonTraces(Spans spans) {
    otlp = new OtlpJson(spans);
    jaeger = new JaegerJson(spans);
    zipkin = new ZipkinJson(spans);
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
    zipkin.startDocument();
    try {
      value(in);
    } finally {
      zipkin.endDocument();
    }
    if (!recognised) {
      throw new TraceFormatException("no trace in the JSON document " + place);
    }
  }

  private void value(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      recognised = true;
      Json.each(in, this::value);
    } else if (in.currentToken() == JsonToken.START_OBJECT) {
      object(in);
    } else {
      throw new TraceFormatException("no JSON object " + JsonValues.place(in));
    }
  }

  private void object(JsonParser in) throws IOException {
    jaeger.startTrace();
    zipkin.startSpan();
    try {
      Json.fields(in, this::field);
      recognised |= zipkin.endSpan();
    } finally {
      zipkin.startSpan();
      jaeger.endTrace();
    }
  }

  private void field(String name, JsonParser in) throws IOException {
    switch (name) {
      case "resourceSpans", "batches" -> {
        recognised = true;
        otlp.resourceSpansList(in);
      }
      case "data" -> {
        recognised = true;
        value(in);
      }
      case "trace", "result" -> value(in);
      case "spans" -> {
        recognised = true;
        jaeger.spans(in);
      }
      case "processes" -> jaeger.processes(in);
      default -> zipkin.field(name, in);
    }
  }
}
