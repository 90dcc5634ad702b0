package io.heddle.core.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.blueprint.BlueprintNode.Repeat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every definition; each seed is another one. */
final class ProfilePropertyTest {
  private static final String[] TYPES = {"llm", "code", "tool", "branch", "human", "answer"};

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 0; seed < 300; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyGraph_hasASoundProfile(int seed) {
    StaticProfile profile = profile(any(new Random(seed)));
    StaticProfile.Totals totals = profile.totals();

    assertThat(totals.criticalPathMs()).isBetween(0.0, totals.serialMs());
    assertThat(totals.bestMs()).isLessThanOrEqualTo(totals.criticalPathMs() + 1e-6);
    assertThat(profile.score().value()).isBetween(0.0, 100.0);
    assertThat(profile.nodes())
        .allSatisfy(node -> {
          assertThat(node.estimate().complexity()).isBetween(1, 20);
          assertThat(node.executions()).isBetween(0.0, 1e6);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderInTheFile_doesNotMatter(int seed) {
    Blueprint blueprint = any(new Random(seed));
    List<BlueprintNode> nodes = new ArrayList<>(blueprint.nodes());
    List<BlueprintEdge> edges = new ArrayList<>(blueprint.edges());
    Collections.shuffle(nodes, new Random(seed + 1L));
    Collections.shuffle(edges, new Random(seed + 2L));

    StaticProfile shuffled = profile(new Blueprint("test", "w", nodes, edges, List.of()));

    assertThat(shuffled).isEqualTo(profile(blueprint));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parallelGroups_areAntichainsOfWhatIsWritten(int seed) {
    Blueprint blueprint = acyclic(new Random(seed));
    StaticProfile profile = profile(blueprint);
    Set<String> grouped = new TreeSet<>();

    for (List<String> group : profile.totals().parallelGroups()) {
      assertThat(group).hasSizeGreaterThan(1).doesNotHaveDuplicates();
      grouped.addAll(group);
      for (String node : group) {
        assertThat(reachable(blueprint, node)).doesNotContainAnyElementsOf(group);
      }
    }
    assertThat(profile.nodes())
        .filteredOn(StaticProfile.Node::parallelizable)
        .extracting(node -> node.node().id())
        .containsExactlyInAnyOrderElementsOf(grouped);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void avoidableWait_neverRaisesTheScoreAndRemovingItNeverLowersIt(int seed) {
    Random random = new Random(seed);
    Blueprint without = readers(random);
    List<BlueprintEdge> edges = new ArrayList<>(without.edges());
    int from = random.nextInt(without.nodes().size() - 1);
    int to = from + 1 + random.nextInt(without.nodes().size() - from - 1);
    edges.add(BlueprintEdge.always("n" + from, "n" + to));
    Blueprint with = new Blueprint("test", "w", without.nodes(), edges, List.of());

    assertThat(profile(with).score().value()).isLessThanOrEqualTo(profile(without).score().value());
    assertThat(profile(with).totals().bestMs())
        .isCloseTo(profile(without).totals().bestMs(), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nodeMore_neverShortensTheRun(int seed) {
    Blueprint blueprint = acyclic(new Random(seed));
    List<BlueprintNode> nodes = new ArrayList<>(blueprint.nodes());
    nodes.add(BlueprintNode.of("more", "more", "llm"));
    List<BlueprintEdge> edges = new ArrayList<>(blueprint.edges());
    edges.add(BlueprintEdge.always("n0", "more"));
    StaticProfile with = profile(new Blueprint("test", "w", nodes, edges, List.of()));
    StaticProfile without = profile(blueprint);

    assertThat(with.totals().serialMs()).isGreaterThan(without.totals().serialMs());
    assertThat(with.totals().criticalPathMs())
        .isGreaterThanOrEqualTo(without.totals().criticalPathMs() - 1e-6);
    assertThat(with.totals().peakMemoryBytes())
        .isGreaterThanOrEqualTo(without.totals().peakMemoryBytes());
  }

  @Test
  void chainOfTenThousand_needsNoDeepStack() {
    List<BlueprintNode> nodes = new ArrayList<>();
    List<BlueprintEdge> edges = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      nodes.add(BlueprintNode.of("n" + i, "n" + i, "code"));
      edges.add(BlueprintEdge.always("n" + i, "n" + (i + 1) % 10_000));
    }

    StaticProfile profile = profile(new Blueprint("test", "w", nodes, edges, List.of()));

    assertThat(profile.totals().criticalPathMs()).isCloseTo(3 * 50 * 10_000, within(1e-3));
  }

  @Test
  void tenThousandNodesWithDecisions_areProfiled() {
    Random random = new Random(7);
    List<BlueprintNode> nodes = new ArrayList<>();
    List<BlueprintEdge> edges = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      nodes.add(BlueprintNode.of("n" + i, "n" + i, TYPES[random.nextInt(TYPES.length)]));
      for (int j = 0; i > 0 && j < 2; j++) {
        edges.add(edge("n" + random.nextInt(i), "n" + i, random));
      }
    }

    StaticProfile profile = profile(new Blueprint("test", "w", nodes, edges, List.of()));

    assertThat(profile.nodes()).hasSize(10_000);
    assertThat(profile.totals().criticalPathMs()).isPositive();
  }

  private static StaticProfile profile(Blueprint blueprint) {
    return new Profiler(blueprint, Assumptions.DEFAULTS).profile();
  }

  /** Anything: cycles, dangling edges, containers in containers, double ids. */
  private static Blueprint any(Random random) {
    int size = 1 + random.nextInt(12);
    List<BlueprintNode> nodes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < size; i++) {
      String id = "n" + i;
      taken.add(id);
      BlueprintNode node = BlueprintNode.of(id, id, TYPES[random.nextInt(TYPES.length)]);
      if (random.nextInt(3) == 0) {
        node = node.in("n" + random.nextInt(size));
      }
      if (random.nextInt(4) == 0) {
        node =
            node.with(
                new Repeat(random.nextBoolean() ? null : random.nextInt(5), 1 + random.nextInt(3)));
      }
      nodes.add(random.nextInt(8) == 0 ? node.asStart() : node);
    }
    List<BlueprintEdge> edges = new ArrayList<>();
    for (int i = random.nextInt(2 * size + 1); i > 0; i--) {
      edges.add(edge("n" + random.nextInt(size), "n" + random.nextInt(size + 1), random));
    }
    return new Blueprint("test", "w", nodes, edges, List.of());
  }

  private static BlueprintEdge edge(String from, String to, Random random) {
    BlueprintEdge.Kind kind = BlueprintEdge.Kind.values()[random.nextInt(4)];
    String outcome = kind == BlueprintEdge.Kind.ALWAYS ? "" : "o" + random.nextInt(3);
    return new BlueprintEdge(from, to, kind, outcome);
  }

  private static Blueprint acyclic(Random random) {
    List<BlueprintNode> nodes = new ArrayList<>();
    List<BlueprintEdge> edges = new ArrayList<>();
    int size = 2 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      nodes.add(BlueprintNode.of("n" + i, "n" + i, TYPES[random.nextInt(TYPES.length)]));
      for (int j = 0; j < i; j++) {
        if (random.nextInt(4) == 0) {
          edges.add(BlueprintEdge.always("n" + j, "n" + i));
        }
      }
    }
    return new Blueprint("test", "w", nodes, edges, List.of());
  }

  /** Nodes that wait for exactly what they read. */
  private static Blueprint readers(Random random) {
    List<BlueprintNode> nodes = new ArrayList<>();
    List<BlueprintEdge> edges = new ArrayList<>();
    int size = 3 + random.nextInt(8);
    for (int i = 0; i < size; i++) {
      Set<String> reads = new HashSet<>();
      for (int j = 0; j < i; j++) {
        if (j == 0 || random.nextInt(4) == 0) {
          reads.add("n" + j);
          edges.add(BlueprintEdge.always("n" + j, "n" + i));
        }
      }
      BlueprintNode node =
          BlueprintNode.of("n" + i, "n" + i, random.nextBoolean() ? "llm" : "code");
      nodes.add(reads.isEmpty() ? node : node.reading(reads));
    }
    return new Blueprint("test", "w", nodes, edges, List.of());
  }

  private static Set<String> reachable(Blueprint blueprint, String from) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String at = open.remove();
      blueprint.edges().stream()
          .filter(edge -> edge.from().equals(at) && seen.add(edge.to()))
          .forEach(edge -> open.add(edge.to()));
    }
    return seen;
  }
}
