package io.heddle.runs;

import io.heddle.mapping.SpanRole;
import io.heddle.otlp.LinkCursor;
import io.heddle.otlp.Spans;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The trees that spans form by their parent ids: duplicates left out, cycles cut at their earliest
 * span. Siblings are in order of start, then span id. No recursion, so depth is no limit.
 */
final class SpanForest {
  /** Key of links that OpenTracing references became. */
  private static final String REFERENCE_TYPE = "opentracing.ref_type";

  final Spans spans;
  final SpanIndex index;
  final int[] parents;
  final BitSet duplicates;
  final BitSet duplicated;
  final BitSet cut = new BitSet();

  /** Spans that only follow from their parent: it does not wait for them. */
  final BitSet followers = new BitSet();

  final SpanMarks marks;
  final Waits waits;
  private final Map<Integer, Integer> requests = new HashMap<>();
  private final Order order;
  private final Walk walk;
  private final int[] roots;

  /** Makes trees of spans, whose parents are changed to what they are in the trees. */
  SpanForest(Spans spans, SpanMarks marks, Parents named) {
    this.spans = spans;
    this.marks = marks;
    waits = new Waits(spans);
    order = new Order(spans, waits);
    index = named.index;
    parents = named.named;
    duplicates = named.duplicates;
    duplicated = named.duplicated;
    findFollowed();
    liftRequested();
    waits.find(marks, parents);
    cutCycles();
    Children children = children();
    walk = children.walk();
    roots = children.roots();
  }

  /** Spans without a parent, in order of start, trace id and span id. */
  int[] roots() {
    return roots;
  }

  /** The span that asked for this one, the first it asked for, before it started; -1 for none. */
  int request(int span) {
    return requests.isEmpty() ? -1 : requests.getOrDefault(span, -1);
  }

  /** Whether the span has no parent and names none. */
  boolean isTrueRoot(int span) {
    return parents[span] < 0 && spans.parentSpanId(span) == 0;
  }

  /** All spans, parents first, the trees in the order of {@link #roots}. */
  Walk walk() {
    return walk;
  }

  /** A reference within the trace is a parent to a span that has no other. */
  private void findFollowed() {
    if (spans.keyNumber(REFERENCE_TYPE) < 0) {
      return;
    }
    LinkCursor links = spans.links();
    for (int span = 0; span < parents.length; span++) {
      if (spans.parentSpanId(span) == 0) {
        follow(span, links.span(span));
      }
    }
  }

  private void follow(int span, LinkCursor links) {
    while (parents[span] < 0 && links.next()) {
      int found = index.find(links.traceIdHigh(), links.traceIdLow(), links.spanId());
      if (found >= 0
          && links.traceIdLow() == spans.traceIdLow(span)
          && links.traceIdHigh() == spans.traceIdHigh(span)) {
        String type = links.attributes().find(spans.keyNumber(REFERENCE_TYPE));
        parents[span] = type == null ? Parents.NO_PARENT : found;
        followers.set(span, "follows_from".equals(type));
      }
    }
  }

  /** What a request span asked for belongs beside it: the request ended when it was sent. */
  private void liftRequested() {
    Map<Integer, Integer> firstOf = new HashMap<>();
    for (int span = 0; span < parents.length; span++) {
      int request = parents[span];
      if (request >= 0 && marks.isRequested(span) && marks.role(request).asks()) {
        firstOf.merge(request, span, (a, b) -> order.compare(a, b) <= 0 ? a : b);
        lift(span, request);
      }
    }
    firstOf.forEach((request, span) -> requests.put(span, request));
  }

  private void lift(int span, int request) {
    int beside = request;
    if (marks.role(request) == SpanRole.DISPATCH) {
      parents[span] = Parents.NO_PARENT;
    } else if (marks.role(request) == SpanRole.SUCCESSION) {
      beside = parents[request];
      parents[span] = beside < 0 ? Parents.NO_PARENT : parents[beside];
    } else if (parents[beside] >= 0) {
      parents[span] = parents[beside];
      followers.clear(span);
    }
  }

  private void cutCycles() {
    int[] visitedFrom = filled(parents.length);
    for (int start = 0; start < parents.length; start++) {
      int at = start;
      while (at >= 0 && visitedFrom[at] < 0) {
        visitedFrom[at] = start;
        at = parents[at];
      }
      if (at >= 0 && visitedFrom[at] == start) {
        cutCycle(at);
      }
    }
  }

  private void cutCycle(int member) {
    int earliest = member;
    for (int at = parents[member]; at != member; at = parents[at]) {
      if (order.compare(at, earliest) < 0) {
        earliest = at;
      }
    }
    parents[earliest] = Parents.NO_PARENT;
    cut.set(earliest);
  }

  /**
   * The spans in order below their parents; those without a parent are below one more.
   *
   * @param from where those of a parent begin in {@code rows}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from one method to the next
  private record Children(int[] rows, int[] from, int[] to) {
    Walk walk() {
      return new Walk(rows, from, to);
    }

    int[] roots() {
      return Arrays.copyOfRange(rows, from[from.length - 1], to[to.length - 1]);
    }
  }

  private Children children() {
    int[] ends = childEnds();
    int[] rows = new int[ends[parents.length]];
    int[] starts = ends.clone();
    for (int span = parents.length - 1; span >= 0; span--) {
      if (!isLeftOut(span)) {
        rows[--starts[slot(span)]] = span;
      }
    }
    for (int parent = 0; parent <= parents.length; parent++) {
      order.sort(rows, starts[parent], ends[parent]);
    }
    return new Children(rows, starts, ends);
  }

  /** Where the children of each span end in one array of all; those without a parent come last. */
  private int[] childEnds() {
    int[] ends = new int[parents.length + 1];
    for (int span = 0; span < parents.length; span++) {
      ends[slot(span)] += isLeftOut(span) ? 0 : 1;
    }
    for (int i = 1; i < ends.length; i++) {
      ends[i] += ends[i - 1];
    }
    return ends;
  }

  /** Whether the span stands in no tree. */
  boolean isLeftOut(int span) {
    return duplicates.get(span) || waits.isWait(span);
  }

  private int slot(int span) {
    return parents[span] < 0 ? parents.length : parents[span];
  }

  private static int[] filled(int size) {
    int[] values = new int[size];
    Arrays.fill(values, -1);
    return values;
  }
}
