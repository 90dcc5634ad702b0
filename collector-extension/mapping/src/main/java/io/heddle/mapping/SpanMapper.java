package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.Spans;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what the attributes of a span mean: for every field the value of the row that wins. Holds
 * one span at a time; for one thread and one table, which must be complete.
 */
public final class SpanMapper {
  private final Spans spans;
  private final AttributeCursor attributes;
  private final ActiveRows active;
  private final SpanNames names;
  private final Values reader;
  private final Map<Field, Row> winners = new EnumMap<>(Field.class);
  private final Map<Field, Object> values = new EnumMap<>(Field.class);
  private int span = -1;
  private NamePatterns.@Nullable Pattern pattern;

  /** Creates a mapper for a table that will not grow any more. */
  public SpanMapper(Spans spans) {
    this.spans = spans;
    attributes = spans.attributes();
    reader = new Values(attributes);
    active = new ActiveRows(spans);
    names = new SpanNames(spans);
  }

  /** Goes to a span. */
  public void map(int newSpan) {
    if (newSpan == span) {
      return;
    }
    span = newSpan;
    pattern = names.pattern(span);
    winners.clear();
    values.clear();
    attributes.resource(spans.resource(span));
    while (attributes.next()) {
      read(active.ofResource(attributes.keyNumber()));
    }
    attributes.span(span);
    while (attributes.next()) {
      read(active.ofSpan(attributes.keyNumber()));
    }
  }

  /** The row that decided the field, null when no attribute means it. */
  public @Nullable Row row(Field field) {
    return winners.get(field);
  }

  /** The rows that decided something, in order of their fields. */
  public Collection<Row> rows() {
    return Collections.unmodifiableCollection(winners.values());
  }

  public boolean has(Field field) {
    return winners.containsKey(field);
  }

  public @Nullable String text(Field field) {
    Object value = values.get(field);
    return value == null ? null : value.toString();
  }

  /** The value in the field's unit, null when it is absent or no number. */
  public @Nullable Long number(Field field) {
    return values.get(field) instanceof Long number ? number : null;
  }

  /** A number with a fraction, null when it is absent or no number. */
  public @Nullable Double decimal(Field field) {
    return values.get(field) instanceof Double number ? number : null;
  }

  public boolean isTrue(Field field) {
    return "true".equals(text(field));
  }

  /** The names of a list, sorted; null when the field is absent. */
  @SuppressWarnings("unchecked")
  public @Nullable List<String> list(Field field) {
    return (List<String>) values.get(field);
  }

  /** What the source says the span is. */
  public SpanRole role() {
    if (pattern != null) {
      return pattern.role();
    }
    if (markLevel() == Source.Level.ENGINE) {
      return SpanRole.NODE;
    }
    Row workflow = row(Field.WORKFLOW);
    if (workflow != null && workflow.source().level() == Source.Level.ENGINE) {
      return SpanRole.WORKFLOW;
    }
    return WorkflowWords.role(this);
  }

  /** The level of the source that says the span is a node, null when none does. */
  public Source.@Nullable Level markLevel() {
    if (pattern != null) {
      return pattern.role() == SpanRole.NODE ? pattern.source().level() : null;
    }
    Row mark = row(Field.NODE_MARK);
    return mark == null ? null : mark.source().level();
  }

  /** Whether the span was asked for by the request span above it, which ended before. */
  public boolean isRequested() {
    return pattern != null
        && pattern.source() == Source.TEMPORAL
        && (role() == SpanRole.WORKFLOW || role() == SpanRole.NODE);
  }

  /** The workflow's name as the span tells it, null when it tells none. */
  public @Nullable String workflow() {
    return pattern != null && pattern.role() == SpanRole.WORKFLOW && !has(Field.WORKFLOW)
        ? names.remainder(span)
        : text(Field.WORKFLOW);
  }

  /** The node's name; of a nested workflow its name, where an engine tells it. */
  public String node() {
    Row node = row(Field.NODE);
    Row mark = row(Field.NODE_MARK);
    if (node != null && (mark == null || node.source().compareTo(mark.source()) <= 0)) {
      return String.valueOf(values.get(Field.NODE));
    }
    if (pattern != null && pattern.role() == SpanRole.NODE) {
      return names.remainder(span);
    }
    String workflow = role() == SpanRole.WORKFLOW && !saysOnlyAi() ? workflow() : null;
    return workflow == null ? spans.name(span) : workflow;
  }

  private boolean saysOnlyAi() {
    Row workflow = row(Field.WORKFLOW);
    return workflow != null && workflow.source().level() != Source.Level.ENGINE;
  }

  /** What the node does, null when nobody says it. */
  public @Nullable String type() {
    return has(Field.TYPE) || pattern == null ? text(Field.TYPE) : pattern.type();
  }

  /**
   * The node and its place, if its source writes them on spans below the node too; else null. Our
   * agent does not, and OpenInference's graph nodes may call themselves.
   */
  public @Nullable String inheritedNode() {
    Row mark = row(Field.NODE_MARK);
    if (mark == null
        || mark.source() == Source.HEDDLE
        || mark.source() == Source.OPENINFERENCE
        || (mark.source().level() != Source.Level.ENGINE && !has(Field.NODE))) {
      return null;
    }
    return has(Field.NODE_PLACE) ? node() + ' ' + text(Field.NODE_PLACE) : node();
  }

  /** Whether the span's name and not an attribute named the node. */
  public boolean isNamedBySpan() {
    return row(Field.NODE) == null;
  }

  private void read(Row[] rows) {
    for (Row row : rows) {
      Row winner = winners.get(row.field());
      if (winner == null || row.rank() <= winner.rank()) {
        Object value = reader.of(row, spans.startNs(span));
        if (value != null) {
          winners.put(row.field(), row);
          values.put(row.field(), value);
        }
      }
    }
  }
}
