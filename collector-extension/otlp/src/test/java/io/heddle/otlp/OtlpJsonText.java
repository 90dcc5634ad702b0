package io.heddle.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Requests as OTLP/JSON in every allowed spelling: field order, number form and letter case vary.
 */
final class OtlpJsonText {
  private static final String[] KINDS = {
    "UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"
  };

  private final Random random;

  OtlpJsonText(long seed) {
    random = new Random(seed);
  }

  String of(ExportTraceServiceRequest request) {
    return object("\"resourceSpans\":" + list(request.getResourceSpansList(), this::resourceSpans));
  }

  private String resourceSpans(ResourceSpans part) {
    String resource =
        object("\"attributes\":" + attributes(part.getResource().getAttributesList()));
    return object(
        "\"resource\":" + resource,
        "\"scopeSpans\":" + list(part.getScopeSpansList(), this::scopeSpans));
  }

  private String scopeSpans(ScopeSpans part) {
    List<String> scope = new ArrayList<>();
    if (!part.getScope().getName().isEmpty()) {
      scope.add("\"name\":" + quoted(part.getScope().getName()));
    }
    if (!part.getScope().getVersion().isEmpty()) {
      scope.add("\"version\":" + quoted(part.getScope().getVersion()));
    }
    scope.add("\"attributes\":" + attributes(part.getScope().getAttributesList()));
    return object(
        "\"scope\":{" + String.join(",", scope) + "}",
        "\"spans\":" + list(part.getSpansList(), this::span));
  }

  private String span(Span span) {
    return object(
        "\"traceId\":" + hex(span.getTraceId()),
        "\"spanId\":" + hex(span.getSpanId()),
        "\"parentSpanId\":" + hex(span.getParentSpanId()),
        "\"name\":" + quoted(span.getName()),
        "\"kind\":" + kind(span.getKindValue()),
        "\"startTimeUnixNano\":" + number(span.getStartTimeUnixNano()),
        "\"endTimeUnixNano\":" + number(span.getEndTimeUnixNano()),
        "\"attributes\":" + attributes(span.getAttributesList()),
        "\"status\":" + object("\"code\":" + span.getStatus().getCodeValue()),
        "\"links\":" + list(span.getLinksList(), this::link),
        "\"events\":" + list(span.getEventsList(), this::event),
        "\"futureField\":[{\"a\":[1,{}]},null,\"x\"]");
  }

  private String link(Span.Link link) {
    return object(
        "\"traceId\":" + hex(link.getTraceId()),
        "\"spanId\":" + hex(link.getSpanId()),
        "\"attributes\":" + attributes(link.getAttributesList()));
  }

  private String event(Span.Event event) {
    return object(
        "\"timeUnixNano\":" + number(event.getTimeUnixNano()),
        "\"name\":" + quoted(event.getName()),
        "\"attributes\":" + attributes(event.getAttributesList()));
  }

  private String attributes(List<KeyValue> attributes) {
    return list(attributes, this::attribute);
  }

  private String attribute(KeyValue attribute) {
    return object(
        "\"key\":" + quoted(attribute.getKey()), "\"value\":" + value(attribute.getValue()));
  }

  private String value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> object("\"stringValue\":" + quoted(value.getStringValue()));
      case BOOL_VALUE -> object("\"boolValue\":" + value.getBoolValue());
      case INT_VALUE -> object("\"intValue\":" + signed(value.getIntValue()));
      case DOUBLE_VALUE -> object("\"doubleValue\":" + value.getDoubleValue());
      case BYTES_VALUE ->
          object(
              "\"bytesValue\":"
                  + quoted(
                      Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray())));
      case ARRAY_VALUE ->
          object(
              "\"arrayValue\":"
                  + object(
                      "\"values\":" + list(value.getArrayValue().getValuesList(), this::value)));
      case KVLIST_VALUE ->
          object(
              "\"kvlistValue\":"
                  + object("\"values\":" + attributes(value.getKvlistValue().getValuesList())));
      default -> "{}";
    };
  }

  private String kind(int kind) {
    boolean byName = kind < KINDS.length && random.nextBoolean();
    return byName ? quoted("SPAN_KIND_" + KINDS[kind]) : String.valueOf(kind);
  }

  private String number(long value) {
    String digits = Long.toUnsignedString(value);
    return random.nextBoolean() ? digits : quoted(digits);
  }

  private String signed(long value) {
    return random.nextBoolean() ? String.valueOf(value) : quoted(String.valueOf(value));
  }

  private String hex(ByteString bytes) {
    String hex = HexFormat.of().formatHex(bytes.toByteArray());
    return quoted(random.nextBoolean() ? hex : hex.toUpperCase(java.util.Locale.ROOT));
  }

  private <T> String list(List<T> elements, Function<T, String> text) {
    return "[" + String.join(",", elements.stream().map(text).toList()) + "]";
  }

  private String object(String... fields) {
    List<String> shuffled = new ArrayList<>(List.of(fields));
    Collections.shuffle(shuffled, random);
    return "{" + String.join(random.nextBoolean() ? "," : " ,\n ", shuffled) + "}";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
