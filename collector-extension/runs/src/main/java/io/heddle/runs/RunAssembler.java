package io.heddle.runs;

import io.heddle.mapping.Decision;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Makes runs of tables of spans: one for every span without a parent, and one for every workflow
 * root below one. Parentless spans with one run id are one run, whatever their traces. Graphs and
 * cold nodes are remembered from table to table. Not thread-safe.
 */
public final class RunAssembler {
  private final Graphs graphs = new Graphs();
  private final ColdStarts coldStarts = new ColdStarts();
  private final IntFunction<Division> divisionOfSpans;

  /** An assembler that works on the thread that calls it. */
  public RunAssembler() {
    this(spans -> new Division(1));
  }

  /** An assembler that divides its work as it is told. */
  RunAssembler(IntFunction<Division> divisionOfSpans) {
    this.divisionOfSpans = divisionOfSpans;
  }

  /**
   * An assembler that divides large tables among the processors. It pays where nothing else needs
   * them: in a new JVM with both compilers, these do.
   */
  public static RunAssembler onAllProcessors() {
    return new RunAssembler(Division::worthwhile);
  }

  /**
   * Runs and how their spans were understood.
   *
   * @param runs by start, see {@link Chronology}; the order of the spans does not matter
   * @param decisions which keys decided what; each span counts once
   * @param unmapped spans outside every workflow: an envelope and its own operations
   * @param duplicates spans left out because their ids had come before
   */
  public record Result(List<Run> runs, List<Decision> decisions, int unmapped, int duplicates) {
    public Result {
      runs = List.copyOf(runs);
      decisions = List.copyOf(decisions);
    }
  }

  /** Makes the runs of one table, which holds every span of its traces. */
  public Result assemble(Spans spans) {
    Division division = divisionOfSpans.apply(spans.size());
    Supplier<Parents> parents = division.ahead(() -> new Parents(spans));
    SpanMapper mapper = new SpanMapper(spans);
    SpanMarks marks = new SpanMarks(spans, mapper, division);
    Trees trees = Trees.of(new SpanForest(spans, marks, parents.get()));
    List<Batch> batches =
        new Batches(trees, mapper).build(new Tops(trees, mapper).grouped(), division);
    SpanCensus census = new SpanCensus(trees);
    Supplier<List<Decision>> decisions = division.ahead(() -> census.decisions(mapper));
    return new Result(
        finish(batches, division),
        decisions.get(),
        census.unmapped(batches),
        trees.forest().duplicates.cardinality());
  }

  private List<Run> finish(List<Batch> batches, Division division) {
    coldStarts.mark(batches);
    List<RunDraft> drafts = batches.stream().flatMap(batch -> batch.drafts().stream()).toList();
    graphs.learn(drafts);
    return Chronology.of(
        division.stream(drafts).map(draft -> draft.finish(graphs.of(draft.workflow()))).toList());
  }

  /** The spans at the top of runs. */
  private record Tops(Trees trees, SpanMapper mapper) {
    List<List<Integer>> grouped() {
      RunGroups groups = new RunGroups(trees, mapper);
      for (int root : trees.forest().roots()) {
        for (int top : belowAndSelf(root)) {
          groups.add(top, trees.roots().above(top) >= 0);
        }
      }
      return groups.groups();
    }

    private List<Integer> belowAndSelf(int root) {
      List<Integer> tops = new ArrayList<>(List.of(root));
      tops.addAll(trees.roots().markedBelow(root));
      return tops;
    }
  }
}
