package io.heddle.cli.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.heddle.receiver.ReceiverCounts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Everything a server counts, as one JSON object. */
final class CountersJson {
  private static final JsonFactory JSON = new JsonFactory();
  private final ReceiverCounts received;
  private final Retention retention;

  CountersJson(ReceiverCounts received, Retention retention) {
    this.received = received;
    this.retention = retention;
  }

  String text() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      received(json);
      kept(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void received(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("received");
    json.writeNumberField("requests", received.requests());
    json.writeNumberField("spans", received.spans());
    json.writeNumberField("rejectedSpans", received.rejectedSpans());
    byName(json, "ignored", received.ignored());
    byName(json, "refused", received.refused());
    json.writeEndObject();
  }

  private static void byName(JsonGenerator json, String field, Map<? extends Enum<?>, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<? extends Enum<?>, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
    }
    json.writeEndObject();
  }

  private void kept(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("kept");
    json.writeNumberField("requests", retention.requests());
    json.writeNumberField("spans", retention.spans());
    json.writeNumberField("bytes", retention.bytes());
    json.writeEndObject();
    json.writeObjectFieldStart("evicted");
    json.writeNumberField("requests", retention.evictedRequests());
    json.writeNumberField("spans", retention.evictedSpans());
    json.writeEndObject();
  }
}
