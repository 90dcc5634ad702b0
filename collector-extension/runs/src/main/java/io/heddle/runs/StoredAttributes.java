package io.heddle.runs;

import io.heddle.otlp.AttributeTable;
import io.heddle.otlp.Spans;
import java.util.Map;

/** The attributes of the spans of one resource, left in the table that was read. */
record StoredAttributes(AttributeTable table, int resource) implements AttributeSource {
  StoredAttributes(Spans spans, int span) {
    this(spans.attributeTable(), spans.resource(span));
  }

  @Override
  public Map<String, String> of(int record) {
    return new AttributeMap(table, record, resource);
  }
}
