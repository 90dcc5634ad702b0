package io.heddle.benchmarks.traces;

import io.heddle.benchmarks.traces.GeneratedSpan.Kind;
import io.heddle.benchmarks.traces.GeneratedSpan.TraceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A run while its spans are drawn: ids, chance and the clock. */
final class RunSketch {
  private static final double NARROW = 1.2;
  private static final double MILLISECOND = 1e6;

  private final SplittableRandom random;
  private final TraceId trace;
  private final List<GeneratedSpan> spans = new ArrayList<>();
  private long nowNs;

  RunSketch(SplittableRandom random, long startNs) {
    this.random = random;
    trace = new TraceId(random.nextLong(), random.nextLong());
    nowNs = startNs;
  }

  List<GeneratedSpan> spans() {
    return spans;
  }

  long nowNs() {
    return nowNs;
  }

  void goTo(long timeNs) {
    nowNs = timeNs;
  }

  /** Lets time pass: around the median, with a tail to the right. */
  void take(double medianMs) {
    double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    nowNs += (long) (medianMs * MILLISECOND * StrictMath.exp(bell * NARROW));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  String hexId() {
    return Long.toHexString(random.nextLong());
  }

  /** Words that are never the same twice. */
  String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(Long.toString(random.nextInt(1 << 20), 36));
    }
    return text.toString();
  }

  Open open(String service, String name, long parent) {
    long id = random.nextLong() | 1;
    return new Open(service, name, id, parent, nowNs);
  }

  /** A span that has begun. */
  final class Open {
    final long id;
    private final String service;
    private final String name;
    private final long parent;
    private final long startNs;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private Kind kind = Kind.INTERNAL;
    private List<Long> predecessors = List.of();
    private boolean failed;

    private Open(String service, String name, long id, long parent, long startNs) {
      this.service = service;
      this.name = name;
      this.id = id;
      this.parent = parent;
      this.startNs = startNs;
    }

    Open kind(Kind newKind) {
      kind = newKind;
      return this;
    }

    Open with(String key, Object value) {
      attributes.put(key, value);
      return this;
    }

    Open after(List<Long> spanIds) {
      predecessors = List.copyOf(spanIds);
      return this;
    }

    void fail(String type) {
      failed = true;
      attributes.put("error.type", type);
    }

    /** Ends the span now. */
    long end() {
      spans.add(
          new GeneratedSpan(
              service,
              trace,
              id,
              parent,
              name,
              kind,
              startNs,
              nowNs,
              failed,
              attributes,
              predecessors));
      return id;
    }
  }
}
