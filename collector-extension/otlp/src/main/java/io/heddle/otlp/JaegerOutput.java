package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Writes the JSON of Jaeger's query API and user interface: a trace with its spans and processes
 * after the other. The spans of one trace have to be in one table.
 */
final class JaegerOutput implements SpanOutput {
  private final JsonGenerator json;
  private final Losses losses = new Losses();
  private final JaegerTags tags;
  private final JaegerSpan span;

  JaegerOutput(OutputStream out) throws IOException {
    json = OtlpJsonOutput.FACTORY.createGenerator(out);
    tags = new JaegerTags(json, losses);
    span = new JaegerSpan(json, losses, tags);
    json.writeStartObject();
    json.writeArrayFieldStart("data");
  }

  @Override
  public void write(Spans spans) throws IOException {
    Map<String, List<Integer>> traces = new LinkedHashMap<>();
    for (int row = 0; row < spans.size(); row++) {
      traces.computeIfAbsent(spans.traceId(row), none -> new ArrayList<>()).add(row);
    }
    for (Map.Entry<String, List<Integer>> trace : traces.entrySet()) {
      trace(spans, trace.getKey(), trace.getValue());
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  @Override
  public SortedMap<String, Long> losses() {
    return losses.counts();
  }

  private void trace(Spans spans, String id, List<Integer> members) throws IOException {
    json.writeStartObject();
    json.writeStringField("traceID", id);
    json.writeArrayFieldStart("spans");
    Set<Integer> resources = new TreeSet<>();
    for (int member : members) {
      resources.add(spans.resource(member));
      span.write(spans, member);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("processes");
    for (int resource : resources) {
      process(spans, resource);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void process(Spans spans, int resource) throws IOException {
    json.writeObjectFieldStart("p" + resource);
    AttributeCursor attribute = spans.attributes().resource(resource);
    String service = attribute.find(spans.keyNumber("service.name"));
    json.writeStringField("serviceName", service == null ? "" : service);
    json.writeArrayFieldStart("tags");
    attribute.resource(resource);
    while (attribute.next()) {
      if (!attribute.key().equals("service.name")) {
        tags.tag(attribute.key(), attribute.value());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
