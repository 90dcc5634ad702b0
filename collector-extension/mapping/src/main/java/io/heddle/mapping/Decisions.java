package io.heddle.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which keys decided what, counted. Not thread-safe. */
public final class Decisions {
  private static final String SPAN_NAME = "span name";

  private final Map<String, long[]> byService = new HashMap<>();

  /** Counts what decided the mapper's span. */
  public void add(String service, SpanMapper mapper) {
    long[] counts = byService.computeIfAbsent(service, name -> new long[Rows.ALL.size() + 1]);
    mapper.count(counts);
    if (mapper.isNamedBySpan()) {
      counts[Rows.ALL.size()]++;
    }
  }

  /** The keys that decided something, by service, field and belief. */
  public List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    byService.forEach((service, counts) -> addAll(decisions, service, counts));
    Collections.sort(decisions);
    return decisions;
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
