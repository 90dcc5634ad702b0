package io.heddle.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heddle.otlp.OtlpJson;
import io.heddle.otlp.Spans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Spans written down in a test, in one line each. */
final class TestSpans {
  private final List<TestSpan> spans = new ArrayList<>();

  /** Adds a span; times in milliseconds, ids as short hex, parent "" for none. */
  TestSpan add(String id, String parent, String name, long startMs, long endMs) {
    TestSpan span = new TestSpan(id, parent, name, startMs, endMs);
    spans.add(span);
    return span;
  }

  TestSpans shuffled(long seed) {
    TestSpans other = new TestSpans();
    other.spans.addAll(spans);
    Collections.shuffle(other.spans, new Random(seed));
    return other;
  }

  List<Run> runs() {
    return new RunAssembler().assemble(table()).runs();
  }

  Spans table() {
    StringBuilder json = new StringBuilder("{\"resourceSpans\":[");
    for (TestSpan span : spans) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(span.json());
    }
    try {
      return OtlpJson.read(json.append("]}").toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One span of trace "1" and service "shop", unless told otherwise. */
  static final class TestSpan {
    private final String ids;
    private final String times;
    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder resource = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String trace = "1";
    private String service = "shop";
    private int kind = 1;
    private int status;

    private TestSpan(String id, String parent, String name, long startMs, long endMs) {
      ids = "\"spanId\":\"" + id + "\",\"parentSpanId\":\"" + parent + "\"";
      times =
          "\"startTimeUnixNano\":"
              + startMs * 1_000_000
              + ",\"endTimeUnixNano\":"
              + endMs * 1_000_000;
      this.name = name;
    }

    TestSpan trace(String id) {
      trace = id;
      return this;
    }

    TestSpan service(String name) {
      service = name;
      return this;
    }

    TestSpan kind(Execution.Kind newKind) {
      kind = newKind.ordinal();
      return this;
    }

    TestSpan failed() {
      status = 2;
      return this;
    }

    TestSpan with(String key, Object value) {
      attributes.append(',').append(attribute(key, value));
      return this;
    }

    TestSpan list(String key, String... values) {
      List<String> elements = new ArrayList<>();
      for (String value : values) {
        elements.add("{\"stringValue\":\"" + value + "\"}");
      }
      attributes
          .append(",{\"key\":\"" + key + "\",\"value\":{\"arrayValue\":{\"values\":[")
          .append(String.join(",", elements))
          .append("]}}}");
      return this;
    }

    TestSpan resource(String key, String value) {
      resource.append(',').append(attribute(key, value));
      return this;
    }

    TestSpan link(String linkedTrace, String id, String key, String value) {
      links.append(links.isEmpty() ? "" : ",");
      links.append("{\"traceId\":\"" + linkedTrace + "\",\"spanId\":\"" + id + "\",");
      links.append("\"attributes\":[" + attribute(key, value) + "]}");
      return this;
    }

    private String json() {
      return "{\"resource\":{\"attributes\":["
          + attribute("service.name", service)
          + resource
          + "]},\"scopeSpans\":[{\"spans\":[{\"traceId\":\""
          + trace
          + "\","
          + ids
          + ",\"name\":\""
          + name
          + "\",\"kind\":"
          + kind
          + ","
          + times
          + ",\"status\":{\"code\":"
          + status
          + "},\"links\":["
          + links
          + "],\"attributes\":["
          + attribute("test", "yes")
          + attributes
          + "]}]}]}";
    }

    private static String attribute(String key, Object value) {
      String form =
          value instanceof Long || value instanceof Integer
              ? "{\"intValue\":" + value + "}"
              : value instanceof Boolean
                  ? "{\"boolValue\":" + value + "}"
                  : "{\"stringValue\":\"" + String.valueOf(value).replace("\"", "\\\"") + "\"}";
      return "{\"key\":\"" + key + "\",\"value\":" + form + "}";
    }
  }
}
