package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.Spans;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what the attributes of a span mean: for every field the value of the row that wins. Holds
 * one span at a time; for one thread and one table, which must be complete.
 */
public final class SpanMapper {
  private static final Field[] FIELDS = Field.values();

  private final Spans spans;
  private final AttributeCursor ownAttributes;
  private final AttributeCursor resourceAttributes;
  private final Winners own;
  private final Winners ofResource;
  private final ActiveRows active;
  private final SpanNames names;
  private int span = -1;
  private int resource = -1;
  private NamePatterns.@Nullable Pattern pattern;

  /** Creates a mapper for a table that will not grow any more. */
  public SpanMapper(Spans spans) {
    this.spans = spans;
    ownAttributes = spans.attributes();
    resourceAttributes = spans.attributes();
    own = new Winners(ownAttributes);
    ofResource = new Winners(resourceAttributes);
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
    mapResource(spans.resource(span));
    ownAttributes.record(spans.record(span));
    own.read(active.ofSpan(), spans.startNs(span));
  }

  /** The row that decided the field, null when no attribute means it. */
  public @Nullable Row row(Field field) {
    Winners winners = winners(field);
    return winners == null ? null : winners.row(field);
  }

  public boolean has(Field field) {
    return own.has(field) || ofResource.has(field);
  }

  public @Nullable String text(Field field) {
    Object value = value(field);
    return value == null ? null : value.toString();
  }

  /** The value in the field's unit, null when it is absent or no number. */
  public @Nullable Long number(Field field) {
    return value(field) instanceof Long number ? number : null;
  }

  /** A number with a fraction, null when it is absent or no number. */
  public @Nullable Double decimal(Field field) {
    return value(field) instanceof Double number ? number : null;
  }

  public boolean isTrue(Field field) {
    return "true".equals(text(field));
  }

  /** The names of a list, sorted; null when the field is absent. */
  @SuppressWarnings("unchecked")
  public @Nullable List<String> list(Field field) {
    return (List<String>) value(field);
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
      return String.valueOf(value(Field.NODE));
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

  /** Adds one to the count of each row that decided something. */
  void count(long[] byRank) {
    long decided = own.decided() | ofResource.decided();
    for (long left = decided; left != 0; left &= left - 1) {
      Row row = row(FIELDS[Long.numberOfTrailingZeros(left)]);
      if (row != null) {
        byRank[row.rank()]++;
      }
    }
  }

  private void mapResource(int newResource) {
    if (newResource != resource) {
      resource = newResource;
      resourceAttributes.resource(resource);
      ofResource.read(active.ofResource(), spans.startNs(span));
    }
  }

  /** Where the field was decided: at the span, unless its resource has a row of more belief. */
  private @Nullable Winners winners(Field field) {
    if (!ofResource.has(field)) {
      return own.has(field) ? own : null;
    }
    boolean ownWins = own.has(field) && own.row(field).rank() <= ofResource.row(field).rank();
    return ownWins ? own : ofResource;
  }

  private @Nullable Object value(Field field) {
    Winners winners = winners(field);
    return winners == null ? null : winners.value(field);
  }
}
