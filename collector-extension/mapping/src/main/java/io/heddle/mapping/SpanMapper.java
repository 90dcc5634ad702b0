package io.heddle.mapping;

import io.heddle.otlp.Digest;
import io.heddle.otlp.Spans;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what the attributes of a span mean: for every field the value of the row that wins. Holds
 * one span at a time; for one thread and one table, which must be complete.
 */
public final class SpanMapper {
  /** Sources whose workflows and nodes may lie below a span that only asked for them. */
  private static final Set<Source> ASKING =
      EnumSet.of(Source.TEMPORAL, Source.DURABLE_TASK, Source.CELERY);

  private final Spans spans;
  private final SpanNames names;
  private final FieldReader reader;

  /** Creates a mapper for a table that will not grow any more. */
  public SpanMapper(Spans spans) {
    this.spans = spans;
    names = new SpanNames(spans);
    reader = new FieldReader(spans, names);
  }

  private SpanMapper(SpanMapper other) {
    spans = other.spans;
    names = new SpanNames(spans);
    reader = other.reader.forAnotherThread(names);
  }

  /** A mapper of the same table for another thread; what one recognises all of them know. */
  public SpanMapper forAnotherThread() {
    return new SpanMapper(this);
  }

  /** Goes to a span. */
  public void map(int newSpan) {
    reader.goTo(newSpan);
  }

  /**
   * A number that spans share of which everything is said alike that has few values: it tells their
   * role, and their node unless the span's name does. Small, counted from 0.
   */
  public int likeness() {
    return shape().number();
  }

  /** The row that decided the field, null when no attribute means it. */
  public @Nullable Row row(Field field) {
    return shape().has(field) ? shape().row(field) : null;
  }

  public boolean has(Field field) {
    return shape().has(field);
  }

  /** Whether one of the fields is there at least. */
  public boolean hasAny(FieldSet fields) {
    return shape().hasAny(fields);
  }

  public @Nullable String text(Field field) {
    Object value = reader.value(field);
    return value == null ? null : value.toString();
  }

  /** The value in the field's unit, null when it is absent or no number. */
  public @Nullable Long number(Field field) {
    return reader.value(field) instanceof Long number ? number : null;
  }

  /** A number with a fraction, null when it is absent or no number. */
  public @Nullable Double decimal(Field field) {
    return reader.value(field) instanceof Double number ? number : null;
  }

  public boolean isTrue(Field field) {
    return "true".equals(text(field));
  }

  /** The digest of a text, null when the field is absent. */
  public @Nullable Digest digest(Field field) {
    return reader.digest(field);
  }

  /** The names of a list, sorted; null when the field is absent. */
  @SuppressWarnings("unchecked")
  public @Nullable List<String> list(Field field) {
    return (List<String>) reader.value(field);
  }

  /** What the source says the span is. */
  public SpanRole role() {
    SpanRole known = shape().role();
    if (known == null) {
      known = decidedRole();
      shape().keep(known);
    }
    return known;
  }

  /** The level of the source that says the span is a node, null when none does. */
  public Source.@Nullable Level markLevel() {
    NamePatterns.Pattern pattern = pattern();
    if (pattern != null && pattern.role() != SpanRole.BODY) {
      return pattern.role() == SpanRole.NODE ? pattern.source().level() : null;
    }
    Row mark = row(Field.NODE_MARK);
    return mark == null ? null : mark.source().level();
  }

  /** Whether the span was asked for by the request span above it, which ended before. */
  public boolean isRequested() {
    return switch (role()) {
      case WORKFLOW -> ASKING.contains(source(Field.WORKFLOW));
      case NODE -> ASKING.contains(source(Field.NODE_MARK));
      default -> false;
    };
  }

  /** Who says the field or, where its name says it, what the span is; null when nobody does. */
  private @Nullable Source source(Field field) {
    NamePatterns.Pattern pattern = pattern();
    Row row = row(field);
    return pattern != null ? pattern.source() : row == null ? null : row.source();
  }

  /** The workflow's name as the span tells it, null when it tells none, or asks for that one. */
  public @Nullable String workflow() {
    NamePatterns.Pattern pattern = pattern();
    if (pattern != null && pattern.role().asks()) {
      return null;
    }
    return pattern != null && pattern.role() == SpanRole.WORKFLOW && !has(Field.WORKFLOW)
        ? names.remainder(reader.span())
        : text(Field.WORKFLOW);
  }

  /** The node's name; of a nested workflow its name, where an engine tells it. */
  public String node() {
    Row node = row(Field.NODE);
    Row mark = row(Field.NODE_MARK);
    if (node != null && (mark == null ? !isEngineWorkflow() : isBelieved(node, mark))) {
      return String.valueOf(reader.value(Field.NODE));
    }
    NamePatterns.Pattern pattern = pattern();
    if (pattern != null && pattern.role() == SpanRole.NODE) {
      return names.remainder(reader.span());
    }
    String workflow = isEngineWorkflow() ? workflow() : null;
    return workflow == null ? name() : workflow;
  }

  /** The span's name, and behind it what the span is about where the name does not say it. */
  public String name() {
    String name = names.name(reader.span());
    String subject = text(Field.SUBJECT);
    return subject == null || name.contains(subject) ? name : name + ' ' + subject;
  }

  /** What an operation of a node is called: the span's name, without the number of an instance. */
  public String operation() {
    NamePatterns.Pattern pattern = pattern();
    if (pattern != null && pattern.role() == SpanRole.BODY) {
      return pattern.prefix() + node();
    }
    Row node = row(Field.NODE);
    return node != null && node.reading() instanceof Reading.Stem ? node() : name();
  }

  private static boolean isBelieved(Row node, Row mark) {
    return node.source().compareTo(mark.source()) <= 0;
  }

  private boolean isEngineWorkflow() {
    Row workflow = row(Field.WORKFLOW);
    return role() == SpanRole.WORKFLOW
        && (workflow == null || workflow.source().level() == Source.Level.ENGINE);
  }

  /** What the node does, null when nobody says it. */
  public @Nullable String type() {
    NamePatterns.Pattern pattern = pattern();
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

  Shape shape() {
    return reader.shape();
  }

  private SpanRole decidedRole() {
    if (has(Field.WAIT_MARK)) {
      return SpanRole.WAIT;
    }
    NamePatterns.Pattern pattern = pattern();
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

  private NamePatterns.@Nullable Pattern pattern() {
    NamePatterns.Pattern pattern = names.pattern(reader.span());
    return pattern != null && pattern.isCommonWord() && !isMarkedBy(pattern.source())
        ? null
        : pattern;
  }

  private boolean isMarkedBy(Source source) {
    Row mark = row(Field.NODE_MARK);
    return mark != null && mark.source() == source;
  }
}
