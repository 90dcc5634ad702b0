package io.heddle.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.path.AggregatePath.Share;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathAggregateTest {
  @Test
  void shares_addUpToOne_largestFirst() {
    AggregatePath path = aggregate(loops(30, 1)).get(0);
    assertThat(path.nodes()).extracting(Share::node).containsExactly("a", "w");
    assertThat(path.nodes().get(0).pathShare()).isEqualTo(0.8, within(1e-9));
    assertThat(path.nodes().get(0).meanMs()).isEqualTo(4, within(1e-9));
    assertThat(path.nodes().stream().mapToDouble(Share::pathShare).sum())
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void repeatedSiblings_areOneStructure() {
    List<Run> runs = new ArrayList<>(loops(20, 1));
    runs.addAll(loops(20, 3));
    assertThat(aggregate(runs)).hasSize(1).first().extracting(AggregatePath::runs).isEqualTo(40);
  }

  @Test
  void rareStructures_arePooled() {
    List<Run> runs = new ArrayList<>(loops(20, 1));
    runs.add(RunSketch.of("w").id("x").node("x", 0, 1).build());
    runs.add(RunSketch.of("w").id("y").node("y", 0, 1).build());
    assertThat(aggregate(runs)).extracting(AggregatePath::runs).containsExactly(20, 2);
    assertThat(aggregate(runs).get(1).group()).isEqualTo(PathAggregate.OTHER);
  }

  @Test
  void operation_countsApartInEachNodeThatPerformsIt() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 3)
            .operation("chat", 0, 3)
            .node("b", 3, 5)
            .operation("chat", 3, 5)
            .build();
    assertThat(aggregate(List.of(run)).get(0).nodes())
        .extracting(Share::within, Share::node, Share::meanMs)
        .containsExactly(tuple("a", "chat", 3.0), tuple("b", "chat", 2.0));
  }

  @Test
  void unfinishedRuns_areLeftOut_unlessThereAreNoOthers() {
    List<Run> unfinished = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      unfinished.add(RunSketch.of("w").id("left" + i).node("a", 0, 50).unfinished().build());
    }
    List<Run> all = new ArrayList<>(unfinished);
    all.addAll(loops(20, 1));

    assertThat(aggregate(all))
        .extracting(AggregatePath::runs, AggregatePath::leftOut, AggregatePath::unfinished)
        .containsExactly(tuple(20, 30, false));
    assertThat(aggregate(all).get(0).nodes()).isEqualTo(aggregate(loops(20, 1)).get(0).nodes());
    assertThat(aggregate(all).get(0).exemplars())
        .isEqualTo(aggregate(loops(20, 1)).get(0).exemplars());
    assertThat(aggregate(unfinished))
        .extracting(AggregatePath::runs, AggregatePath::leftOut, AggregatePath::unfinished)
        .containsExactly(tuple(30, 0, true));
  }

  @Test
  void exemplars_areRunsAtTheirRank() {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      runs.add(RunSketch.of("w").id("r" + i).node("a", 0, i).build());
    }
    AggregatePath.Exemplars exemplars = aggregate(runs).get(0).exemplars();
    assertThat(exemplars.p50()).isEqualTo(runs.get(49).traceId());
    assertThat(exemplars.p99()).isEqualTo(runs.get(98).traceId());
  }

  @Test
  void runOverSeveralTraces_isOneRun() {
    Run resumed = RunSketch.of("w").node("a", 0, 4).until(5).root("w", 7, 10).build();
    assertThat(aggregate(List.of(resumed)).get(0).runs()).isOne();
    assertThat(aggregate(List.of(resumed)).get(0).nodes().get(0).meanMs()).isEqualTo(4);
  }

  @Test
  void foldedStacks_nameTheWayDownAndTheKind() {
    FoldedStacks stacks = new FoldedStacks();
    Run run =
        RunSketch.of("w")
            .node("a", 0, 4)
            .operation("GET;x", 1, 3)
            .on("stock")
            .node("b", 6, 7)
            .build();
    stacks.add(CriticalPath.of(run, Overlap.TOLERANT).get(0));
    assertThat(stacks.lines())
        .containsExactly(
            "shop: w;(engine) 2000",
            "shop: w;a;(edge) 2000",
            "shop: w;a;stock: GET:x 2000",
            "shop: w;b 1000");
  }

  private static List<Run> loops(int runs, int visits) {
    List<Run> made = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      RunSketch sketch = RunSketch.of("w").id(visits + "/" + i).until(5);
      for (int visit = 0; visit < visits; visit++) {
        sketch.node("a", visit * 4.0 / visits, (visit + 1) * 4.0 / visits).visit(visit + 1);
      }
      made.add(sketch.build());
    }
    return made;
  }

  private static List<AggregatePath> aggregate(List<Run> runs) {
    PathAggregate aggregate = new PathAggregate();
    runs.forEach(run -> aggregate.add(run, CriticalPath.of(run, Overlap.TOLERANT)));
    return aggregate.paths(runs.get(0).workflow());
  }
}
