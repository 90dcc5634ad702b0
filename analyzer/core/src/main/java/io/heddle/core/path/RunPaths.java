package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The paths of every root of one run. */
final class RunPaths {
  private static final Comparator<Execution> BY_START =
      Comparator.comparingLong(Execution::startNs)
          .thenComparing(Execution::spanId, Long::compareUnsigned);

  private final Run run;
  private final Overlap overlap;
  private final Tree tree;
  private final Predecessors predecessors;
  private final Detached detached;

  private RunPaths(Run run, Overlap overlap) {
    this.run = run;
    this.overlap = overlap;
    tree = new Tree(run.executions());
    predecessors = new Predecessors(tree);
    detached = new Detached(tree);
  }

  static List<CriticalPath> of(Run run, Overlap overlap) {
    RunPaths paths = new RunPaths(run, overlap);
    return IntStream.range(0, paths.tree.roots()).mapToObj(paths::of).toList();
  }

  private CriticalPath of(int root) {
    SectionWriter writer = new SectionWriter(tree, predecessors);
    new Walk(tree, predecessors, overlap, writer).from(root);
    return new CriticalPath(
        run,
        tree.execution(root),
        writer.sections(),
        detached.below(root, BY_START),
        clipped(writer),
        flags(writer));
  }

  private List<Execution> clipped(SectionWriter writer) {
    return writer.clipped().stream().map(tree::execution).sorted(BY_START).toList();
  }

  private SortedSet<String> flags(SectionWriter writer) {
    SortedSet<String> flags = new TreeSet<>();
    run.flags().forEach(flag -> flags.add(label(flag)));
    add(flags, !writer.clipped().isEmpty(), "clipped");
    add(flags, writer.tolerated(), "overlap-tolerated");
    add(flags, predecessors.contradictTime(), "link-contradicts-time");
    return flags;
  }

  private static void add(SortedSet<String> flags, boolean raised, String flag) {
    if (raised) {
      flags.add(flag);
    }
  }

  private static String label(Run.Flag flag) {
    return flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
