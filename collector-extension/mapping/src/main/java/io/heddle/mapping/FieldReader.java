package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.Digest;
import io.heddle.otlp.Spans;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds of a span the row that wins each field, and reads its value. Spans of one shape share what
 * was found, and a value that all of them have. Holds one span at a time; for one thread.
 */
final class FieldReader {
  private final Spans spans;
  private final SpanNames names;
  private final AttributeCursor ownAttributes;
  private final AttributeCursor resourceAttributes;
  private final Values ownValues;
  private final Values resourceValues;
  private final ActiveRows active;
  private final Signature signature;
  private final Shapes shapes;
  private final @Nullable Shape[] shapeOf;
  private int span = -1;
  private @Nullable Shape shape;
  private boolean located;

  FieldReader(Spans spans, SpanNames names) {
    this(spans, names, new ActiveRows(spans), new Shapes(), new Shape[spans.size()]);
  }

  private FieldReader(
      Spans spans, SpanNames names, ActiveRows active, Shapes shapes, @Nullable Shape[] shapeOf) {
    this.spans = spans;
    this.names = names;
    this.active = active;
    this.shapes = shapes;
    this.shapeOf = shapeOf;
    ownAttributes = spans.attributes();
    resourceAttributes = spans.attributes();
    ownValues = new Values(ownAttributes);
    resourceValues = new Values(resourceAttributes);
    signature = new Signature(ownAttributes, active.ofSpan());
  }

  /** A reader of the same table for another thread; what one recognises all of them know. */
  FieldReader forAnotherThread(SpanNames otherNames) {
    return new FieldReader(spans, otherNames, active, shapes, shapeOf);
  }

  /** Goes to a span. */
  void goTo(int newSpan) {
    if (newSpan == span) {
      return;
    }
    span = newSpan;
    located = false;
    shape = shapeOf[span];
    if (shape == null) {
      shape = recognised();
      shapeOf[span] = shape;
    }
  }

  int span() {
    return span;
  }

  Shape shape() {
    return Objects.requireNonNull(shape, "no span");
  }

  /** In the field's own form and unit, null when the field is absent. */
  @Nullable Object value(Field field) {
    if (!shape().has(field)) {
      return null;
    }
    Object value = shape().constant(field);
    if (value == null) {
      value = read(shape().row(field), shape().place(field));
      shape().keep(field, value);
    }
    return value;
  }

  /** The digest of a text, null when the field is absent. */
  @Nullable Digest digest(Field field) {
    if (!shape().has(field)) {
      return null;
    }
    int place = shape().place(field);
    return place >= 0 && shape().row(field).isPlain()
        ? ownAttributes.goTo(position(place)).digest()
        : Digest.of(String.valueOf(value(field)));
  }

  private Shape recognised() {
    ownAttributes.record(spans.record(span));
    signature.read(
        spans.resource(span), NamePatterns.number(names.pattern(span)), spans.startNs(span));
    located = true;
    Shape known = shapes.find(signature);
    return known == null ? added() : known;
  }

  /** The shape of a span that is the first of its kind. */
  private Shape added() {
    Winners own = new Winners(ownAttributes.record(spans.record(span)), ownValues);
    own.read(active.ofSpan(), spans.startNs(span));
    Winners ofResource =
        new Winners(resourceAttributes.resource(spans.resource(span)), resourceValues);
    ofResource.read(active.ofResource(), spans.startNs(span));
    return shapes.add(signature, own, ofResource);
  }

  private Object read(Row row, int place) {
    Object value;
    if (place < 0) {
      resourceAttributes.resource(spans.resource(span)).goTo(~place);
      value = resourceValues.of(row, spans.startNs(span));
    } else {
      ownAttributes.goTo(position(place));
      value = ownValues.of(row, spans.startNs(span));
    }
    return Objects.requireNonNull(value);
  }

  /** Where an attribute of the span stands; its record is looked through when first asked for. */
  private int position(int place) {
    if (!located) {
      ownAttributes.record(spans.record(span));
      signature.readPlaces();
      located = true;
    }
    return signature.position(place);
  }
}
