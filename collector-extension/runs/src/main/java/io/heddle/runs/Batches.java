package io.heddle.runs;

import io.heddle.mapping.SpanMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Builds the runs of a table, each processor those of neighbouring tops. The runs are the same
 * however many processors there are.
 */
final class Batches {
  /** For fewer spans another thread is not worth its start. */
  private static final int LEAST_SPANS = 1 << 14;

  private final Trees trees;
  private final SpanMapper mapper;

  Batches(Trees trees, SpanMapper mapper) {
    this.trees = trees;
    this.mapper = mapper;
  }

  /** Into how many batches so many spans are worth being divided. */
  static int worthwhile(int spans) {
    int processors = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Math.min(processors, spans / LEAST_SPANS));
  }

  /** The runs of these groups of tops, in their order, in so many batches at most. */
  List<Batch> build(List<List<Integer>> groups, int parts) {
    if (parts == 1) {
      return List.of(batch(groups));
    }
    List<List<List<Integer>>> shares = shares(groups, parts);
    return IntStream.range(0, shares.size())
        .parallel()
        .mapToObj(share -> batch(shares.get(share)))
        .toList();
  }

  private Batch batch(List<List<Integer>> groups) {
    RunBuilder builder = new RunBuilder(trees, mapper.forAnotherThread());
    groups.forEach(builder::run);
    return builder.batch();
  }

  /** Neighbouring groups with about as many spans in each share. */
  private List<List<List<Integer>>> shares(List<List<Integer>> groups, int parts) {
    long left = groups.stream().mapToLong(this::size).sum();
    List<List<List<Integer>>> shares = new ArrayList<>();
    int from = 0;
    for (int part = parts; part > 0; part--) {
      long wanted = left / part;
      int to = from;
      for (long taken = 0; to < groups.size() && (taken < wanted || part == 1); to++) {
        taken += size(groups.get(to));
        left -= size(groups.get(to));
      }
      shares.add(groups.subList(from, to));
      from = to;
    }
    return shares;
  }

  private int size(List<Integer> tops) {
    Walk walk = trees.forest().walk();
    return tops.stream().mapToInt(top -> walk.end(top) - walk.position(top)).sum();
  }
}
