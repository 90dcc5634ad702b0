package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads traces in the JSON of Jaeger's query API and UI. Times are microseconds there. A reference
 * that is not the parent becomes a link with the attribute {@link #REFERENCE_TYPE}.
 */
final class JaegerJson {
  /** Attribute of a link: {@code child_of} or {@code follows_from}. */
  static final String REFERENCE_TYPE = "opentracing.ref_type";

  private static final long MICROSECOND = 1_000;

  private final Spans spans;
  private final SpanWriter span;
  private final JsonTags tags;
  private final Map<String, WordBuffer> processes = new HashMap<>();
  private final Map<Integer, String> processOfSpan = new HashMap<>();
  private final WordBuffer process = new WordBuffer();
  private final Reference reference = new Reference();
  private String processId = "";
  private boolean hasParent;
  private long durationNs;

  JaegerJson(Spans spans) {
    this.spans = spans;
    span = new SpanWriter(spans);
    tags = new JsonTags(spans);
  }

  void startTrace() {
    processes.clear();
    processOfSpan.clear();
  }

  /** Reads the value of a trace's field "spans". */
  void spans(JsonParser in) throws IOException {
    Json.each(in, this::span);
  }

  /** Reads the value of a trace's field "processes". */
  void processes(JsonParser in) throws IOException {
    Json.fields(
        in,
        (id, value) -> {
          WordBuffer attributes = new WordBuffer();
          process(value, attributes);
          processes.put(id, attributes);
        });
  }

  /** Gives the spans their processes, which may have come after them. */
  void endTrace() {
    Map<String, Integer> resources = new HashMap<>();
    processes.forEach((id, attributes) -> resources.put(id, spans.internResource(attributes)));
    processOfSpan.forEach((row, id) -> {
      Integer resource = resources.get(id);
      if (resource != null) {
        spans.setResource(row, row + 1, resource);
      }
    });
    startTrace();
  }

  private void span(JsonParser in) throws IOException {
    span.clear();
    process.clear();
    processId = "";
    hasParent = false;
    durationNs = 0;
    Json.fields(in, this::spanField);
    span.endNs = span.startNs + durationNs;
    int row = span.append();
    if (process.size() > 0) {
      spans.setResource(row, row + 1, spans.internResource(process));
    } else if (!processId.isEmpty()) {
      processOfSpan.put(row, processId);
    }
  }

  private void spanField(String field, JsonParser in) throws IOException {
    switch (field) {
      case "traceID" -> {
        span.traceHigh = Ids.highOfAny(in);
        span.traceLow = Ids.lowOfAny(in);
      }
      case "spanID" -> span.spanId = Ids.lowOfAny(in);
      case "parentSpanID" -> parent(Ids.lowOfAny(in));
      case "operationName" -> span.name = spans.texts.intern(JsonValues.text(in));
      case "startTime" -> span.startNs = JsonValues.longValue(in) * MICROSECOND;
      case "duration" -> durationNs = JsonValues.longValue(in) * MICROSECOND;
      case "references" -> Json.each(in, this::reference);
      case "tags" -> Json.each(in, tag -> tags.tag(tag, span.attributes, span));
      case "logs" -> Json.each(in, this::log);
      case "processID" -> processId = JsonValues.text(in);
      case "process" -> process(in, process);
      default -> in.skipChildren();
    }
  }

  private void parent(long id) {
    if (id != 0 && !hasParent) {
      span.parentId = id;
      hasParent = true;
    }
  }

  private void reference(JsonParser in) throws IOException {
    reference.clear();
    Json.fields(in, reference::field);
    boolean sameTrace =
        reference.traceLow == span.traceLow && reference.traceHigh == span.traceHigh;
    if (reference.isChildOf && !hasParent && (sameTrace || span.traceLow == 0)) {
      parent(reference.spanId);
    } else {
      link();
    }
  }

  private void link() {
    WordBuffer links = span.links;
    links.addLong(reference.traceHigh);
    links.addLong(reference.traceLow);
    links.addLong(reference.spanId);
    links.add(0);
    int start = links.size();
    span.addText(links, REFERENCE_TYPE, reference.isChildOf ? "child_of" : "follows_from");
    links.set(start - 1, links.size() - start);
  }

  private void log(JsonParser in) throws IOException {
    WordBuffer events = span.events;
    int start = events.size();
    events.addLong(0);
    events.add(spans.texts.intern("log"));
    events.add(0);
    Json.fields(in, (field, value) -> logField(field, value, events, start));
    events.set(start + 3, events.size() - start - 4);
  }

  private void logField(String field, JsonParser in, WordBuffer events, int start)
      throws IOException {
    switch (field) {
      case "timestamp" -> events.setLong(start, JsonValues.longValue(in) * MICROSECOND);
      case "fields" -> Json.each(in, tag -> tags.tag(tag, events, null));
      default -> in.skipChildren();
    }
  }

  private void process(JsonParser in, WordBuffer target) throws IOException {
    Json.fields(
        in,
        (field, value) -> {
          switch (field) {
            case "serviceName" -> span.addText(target, "service.name", JsonValues.text(value));
            case "tags" -> Json.each(value, tag -> tags.tag(tag, target, null));
            default -> value.skipChildren();
          }
        });
  }

  /** The reference being read. */
  private static final class Reference {
    private boolean isChildOf;
    private long traceHigh;
    private long traceLow;
    private long spanId;

    void clear() {
      isChildOf = false;
      traceHigh = 0;
      traceLow = 0;
      spanId = 0;
    }

    void field(String name, JsonParser in) throws IOException {
      switch (name) {
        case "refType" -> isChildOf = JsonValues.text(in).equals("CHILD_OF");
        case "traceID" -> {
          traceHigh = Ids.highOfAny(in);
          traceLow = Ids.lowOfAny(in);
        }
        case "spanID" -> spanId = Ids.lowOfAny(in);
        default -> skip(in);
      }
    }

    private static void skip(JsonParser in) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_NULL) {
        in.skipChildren();
      }
    }
  }
}
