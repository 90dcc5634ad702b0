package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Attribute;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;

/** Turns attributes into OpenTelemetry's. */
final class SdkAttributes {
  private SdkAttributes() {}

  static Attributes of(List<Attribute> attributes) {
    AttributesBuilder builder = Attributes.builder();
    attributes.forEach(attribute -> put(attribute, builder));
    return builder.build();
  }

  static void put(Attribute attribute, AttributesBuilder into) {
    String key = attribute.key();
    Object value = attribute.value();
    if (value instanceof Long number) {
      into.put(key, number);
    } else if (value instanceof Double number) {
      into.put(key, number);
    } else if (value instanceof Boolean truth) {
      into.put(key, truth);
    } else if (value instanceof List<?> values) {
      into.put(key, values.stream().map(String::valueOf).toArray(String[]::new));
    } else {
      into.put(key, value.toString());
    }
  }
}
