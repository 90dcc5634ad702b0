package io.heddle.otlp;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts that Zipkin keeps of a span: the attributes of its resource, over them its own, and its
 * status.
 */
final class ZipkinTags {
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Losses losses;
  private final String service;
  private final String peer;

  ZipkinTags(Spans spans, int span, Losses losses) {
    this.losses = losses;
    addAll(spans.attributes().resource(spans.resource(span)));
    service = taken("service.name");
    addAll(spans.attributes().record(spans.record(span)));
    peer = taken("peer.service");
    if (spans.status(span) != Spans.STATUS_UNSET) {
      tags.putIfAbsent("otel.status_code", spans.status(span) == Spans.STATUS_OK ? "OK" : "ERROR");
    }
    if (spans.status(span) == Spans.STATUS_ERROR) {
      tags.putIfAbsent("error", "");
    }
  }

  /** The service of the local endpoint, empty when nobody says it. */
  String service() {
    return service;
  }

  /** The service of the remote endpoint, empty when nobody says it. */
  String peer() {
    return peer;
  }

  /** All else, each key once with the last text. */
  Map<String, String> others() {
    return tags;
  }

  private void addAll(AttributeCursor attribute) {
    while (attribute.next()) {
      StoredValue value = attribute.value();
      losses.count(value.type() != Values.TEXT, "attributes were no texts, and became texts");
      String hidden = tags.put(attribute.key(), value.text());
      losses.count(hidden != null, "attributes stood behind another one with their key");
    }
  }

  private String taken(String key) {
    String text = tags.remove(key);
    return text == null ? "" : text;
  }
}
