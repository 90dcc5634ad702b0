package io.heddle.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which keys decided what in the spans of one mapper, counted. Not thread-safe. */
public final class Decisions {
  private static final String SPAN_NAME = "span name";

  private @Nullable Seen[] byShape = new Seen[64];

  /** Spans of one shape, which share a resource, hence a service. */
  private static final class Seen {
    private final String service;
    private final Shape shape;
    private long spans;

    Seen(String service, Shape shape) {
      this.service = service;
      this.shape = shape;
    }
  }

  /** Counts what decided the mapper's span. */
  public void add(String service, SpanMapper mapper) {
    int number = mapper.shape().number();
    if (number >= byShape.length) {
      byShape = Arrays.copyOf(byShape, Math.max(number + 1, 2 * byShape.length));
    }
    Seen seen = byShape[number];
    if (seen == null) {
      seen = new Seen(service, mapper.shape());
      byShape[number] = seen;
    }
    seen.spans++;
  }

  /** The keys that decided something, by service, field and belief. */
  public List<Decision> decisions() {
    Map<String, long[]> byService = new HashMap<>();
    for (Seen seen : byShape) {
      if (seen != null) {
        long[] counts =
            byService.computeIfAbsent(seen.service, name -> new long[Rows.ALL.size() + 1]);
        count(seen, counts);
      }
    }
    List<Decision> decisions = new ArrayList<>();
    byService.forEach((service, counts) -> addAll(decisions, service, counts));
    Collections.sort(decisions);
    return decisions;
  }

  private static void count(Seen seen, long[] counts) {
    for (Row row : seen.shape.decisions()) {
      counts[row.rank()] += seen.spans;
    }
    if (!seen.shape.has(Field.NODE)) {
      counts[Rows.ALL.size()] += seen.spans;
    }
  }

  private static void addAll(List<Decision> decisions, String service, long[] counts) {
    for (Row row : Rows.ALL) {
      long spans = counts[row.rank()];
      if (spans > 0) {
        decisions.add(new Decision(service, row.field(), row.source(), row.key(), spans));
      }
    }
    long named = counts[Rows.ALL.size()];
    if (named > 0) {
      decisions.add(new Decision(service, Field.NODE, Source.GENERIC, SPAN_NAME, named));
    }
  }
}
