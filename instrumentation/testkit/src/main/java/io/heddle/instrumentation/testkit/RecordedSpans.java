package io.heddle.instrumentation.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Spans that arrived, with ways to find one. */
public record RecordedSpans(List<RecordedSpan> all) {
  /** The spans of runs, by start. */
  public List<RecordedSpan> roots() {
    return sorted(all.stream().filter(RecordedSpan::isRoot).toList());
  }

  /** The spans of node executions, by start. */
  public List<RecordedSpan> nodes() {
    return sorted(all.stream().filter(RecordedSpan::isNode).toList());
  }

  /** The spans below nodes, by start. */
  public List<RecordedSpan> operations() {
    return sorted(all.stream().filter(span -> !span.isRoot() && !span.isNode()).toList());
  }

  /** The spans of that name, by start. */
  public List<RecordedSpan> named(String name) {
    return sorted(all.stream().filter(span -> span.name().equals(name)).toList());
  }

  /**
   * The only span of that name.
   *
   * @throws AssertionError if there is none or more than one
   */
  public RecordedSpan only(String name) {
    List<RecordedSpan> named = named(name);
    if (named.size() != 1) {
      throw new AssertionError(named.size() + " spans named '" + name + "' among " + names());
    }
    return named.get(0);
  }

  /** The spans of one trace, which is one run. */
  public RecordedSpans ofTrace(String traceId) {
    return new RecordedSpans(all.stream().filter(span -> span.traceId().equals(traceId)).toList());
  }

  /** The span that {@code span} names as its parent, if it arrived in the same trace. */
  public Optional<RecordedSpan> parent(RecordedSpan span) {
    return all.stream()
        .filter(other -> other.spanId().equals(span.parentSpanId()))
        .filter(other -> other.traceId().equals(span.traceId()))
        .findFirst();
  }

  /** The spans that name {@code parent} as theirs, by start. */
  public List<RecordedSpan> children(RecordedSpan parent) {
    return sorted(
        all.stream()
            .filter(span -> span.traceId().equals(parent.traceId()))
            .filter(span -> span.parentSpanId().equals(parent.spanId()))
            .toList());
  }

  /** The names of all spans, by start. */
  public List<String> names() {
    return sorted(all).stream().map(RecordedSpan::name).toList();
  }

  private static List<RecordedSpan> sorted(List<RecordedSpan> spans) {
    List<RecordedSpan> sorted = new ArrayList<>(spans);
    sorted.sort(
        Comparator.comparingLong(RecordedSpan::startNanos).thenComparing(RecordedSpan::spanId));
    return sorted;
  }
}
