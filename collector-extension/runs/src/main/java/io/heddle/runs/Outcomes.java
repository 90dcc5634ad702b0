package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.EventCursor;
import io.heddle.otlp.Spans;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a span failed, and by which error. */
final class Outcomes {
  /** Words by which engines say that something failed, whatever the span's status. */
  private static final Set<String> FAILURES =
      Set.of(
          "failed",
          "failure",
          "error",
          "crashed",
          "timeout",
          "aborted",
          "upstream_failed",
          "up_for_retry");

  private final Spans spans;
  private final SpanMapper mapper;
  private final EventCursor events;
  private final ErrorTags tags;

  Outcomes(Spans spans, SpanMapper mapper) {
    this.spans = spans;
    this.mapper = mapper;
    events = spans.events();
    tags = new ErrorTags(spans);
  }

  /** The error of the mapper's span, null when it did not fail. */
  @Nullable String error(int span) {
    String result = mapper.text(Field.RESULT);
    String failure = result == null ? null : result.toLowerCase(Locale.ROOT);
    if (failure != null && !FAILURES.contains(failure)) {
      failure = null;
    }
    if (spans.status(span) != Spans.STATUS_ERROR && failure == null) {
      return null;
    }
    String type = mapper.text(Field.ERROR);
    if (type == null || type.isEmpty()) {
      type = exception(span);
    }
    if (type == null) {
      type = tags.error(span);
    }
    return type != null ? type : failure != null ? failure : "error";
  }

  /** The type of the last exception event. */
  private @Nullable String exception(int span) {
    String type = null;
    events.span(span);
    while (events.next()) {
      if (events.name().equals("exception")) {
        String found = events.attributes().find(spans.keyNumber("exception.type"));
        type = found == null ? type : found;
      }
    }
    return type;
  }
}
