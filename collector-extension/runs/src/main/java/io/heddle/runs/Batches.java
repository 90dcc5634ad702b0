package io.heddle.runs;

import io.heddle.mapping.SpanMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the runs of a table, each processor those of neighbouring tops. The runs are the same
 * however many processors there are.
 */
final class Batches {
  private final Trees trees;
  private final SpanMapper mapper;

  Batches(Trees trees, SpanMapper mapper) {
    this.trees = trees;
    this.mapper = mapper;
  }

  /** The runs of these groups of tops, in their order, a batch for each part at most. */
  List<Batch> build(List<List<Integer>> groups, Division division) {
    return division.stream(shares(groups, division.parts())).map(this::batch).toList();
  }

  private Batch batch(List<List<Integer>> groups) {
    RunBuilder builder = new RunBuilder(trees, mapper.forAnotherThread());
    groups.forEach(builder::run);
    return builder.batch();
  }

  /** Neighbouring groups with about as many spans in each share. */
  private List<List<List<Integer>>> shares(List<List<Integer>> groups, int parts) {
    int[] sizes = groups.stream().mapToInt(this::size).toArray();
    long left = Arrays.stream(sizes).asLongStream().sum();
    List<List<List<Integer>>> shares = new ArrayList<>();
    int from = 0;
    for (int part = parts; part > 0; part--) {
      long wanted = left / part;
      int to = from;
      for (long taken = 0; to < groups.size() && (taken < wanted || part == 1); to++) {
        taken += sizes[to];
        left -= sizes[to];
      }
      shares.add(groups.subList(from, to));
      from = to;
    }
    return shares;
  }

  private int size(List<Integer> tops) {
    Walk walk = trees.forest().walk();
    int size = 0;
    for (int top : tops) {
      size += walk.end(top) - walk.position(top);
    }
    return size;
  }
}
