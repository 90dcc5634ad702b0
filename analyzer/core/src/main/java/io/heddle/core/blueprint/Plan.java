package io.heddle.core.blueprint;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** When each vertex would end: as the definition is written, and with avoidable waits left out. */
final class Plan {
  private static final Set<String> WITHOUT_OUTSIDE_EFFECT =
      Set.of(
          "llm",
          "code",
          "template",
          "variable",
          "knowledge_retrieval",
          "question_classifier",
          "parameter_extractor",
          "document_extractor",
          "embedding",
          "rerank",
          "media",
          "image_model",
          "audio_model",
          "video_model",
          "local_model");

  final double[] starts;
  final double[] ends;
  final double[] bestEnds;
  final double[] bestStarts;
  final boolean[] active;

  /** Arcs that were waited for without need in some scenario. */
  final BitSet avoidable = new BitSet();

  private final Network network;
  private final double[] ms;
  private final int[][] sources;
  private final double[] done;
  private final double[] gates;
  private final double[] needed;

  /**
   * Prepares.
   *
   * @param ms how long each vertex keeps its successors waiting
   */
  Plan(Network network, double[] ms) {
    this.network = network;
    this.ms = ms;
    int size = network.vertices();
    ends = new double[size];
    bestEnds = new double[size];
    bestStarts = new double[size];
    active = new boolean[size];
    starts = new double[size];
    done = new double[size];
    gates = new double[size];
    needed = new double[size];
    sources = new int[network.nodes.size()][];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = sources(i);
    }
  }

  /** Runs through the network with these outcomes, one a decision. */
  void follow(int[] outcomes) {
    Arrays.fill(active, false);
    for (double[] times : List.of(starts, done, gates, needed)) {
      Arrays.fill(times, 0);
    }
    for (int vertex : network.order()) {
      active[vertex] |= network.isStart(vertex);
      if (active[vertex]) {
        end(vertex);
        leave(vertex, outcomes);
      }
    }
  }

  private void end(int vertex) {
    ends[vertex] = starts[vertex] + ms[vertex];
    bestStarts[vertex] = isFree(vertex) ? Math.min(done[vertex], free(vertex)) : done[vertex];
    bestEnds[vertex] = bestStarts[vertex] + ms[vertex];
    done[vertex] = Math.max(done[vertex], bestEnds[vertex]);
  }

  private double free(int vertex) {
    double start = Math.max(gates[vertex], needed[vertex]);
    for (int source : sources[vertex]) {
      if (active[source]) {
        start = Math.max(start, bestEnds[source]);
      }
    }
    return start;
  }

  private void leave(int vertex, int[] outcomes) {
    boolean any = false;
    int first = network.firstArc(vertex);
    int last = network.firstArc(vertex + 1);
    for (int arc = first; arc < last; arc++) {
      if (network.choices.taken(arc, outcomes)) {
        take(arc);
        any = true;
      }
    }
    if (!any && first < last && network.arcs[first].kind() == BlueprintEdge.Kind.MAYBE) {
      take(first);
    }
  }

  private void take(int at) {
    Arc arc = network.arcs[at];
    int from = arc.from();
    int to = arc.to();
    active[to] = true;
    starts[to] = Math.max(starts[to], ends[from]);
    done[to] = Math.max(done[to], done[from]);
    if (network.choices.decision[at] != Choices.FREE) {
      gates[to] = Math.max(gates[to], bestEnds[from]);
    } else {
      gates[to] = Math.max(gates[to], gates[from]);
    }
    if (arc.hard()) {
      needed[to] = Math.max(needed[to], done[from]);
    }
  }

  /** After {@link #follow}: arcs whose target could have started before their source's end. */
  void collectAvoidable(int[] outcomes) {
    for (int i = 0; i < network.arcs.length; i++) {
      Arc arc = network.arcs[i];
      if (active[arc.from()]
          && active[arc.to()]
          && network.choices.taken(i, outcomes)
          && bestStarts[arc.to()] < bestEnds[arc.from()]) {
        avoidable.set(i);
      }
    }
  }

  /** Nothing but data and decisions holds back a node that only reads what is known. */
  private boolean isFree(int vertex) {
    return vertex < sources.length && sources[vertex].length > 0;
  }

  private int[] sources(int node) {
    BlueprintNode it = network.nodes.get(node);
    Set<String> reads = it.reads();
    if (reads == null || !WITHOUT_OUTSIDE_EFFECT.contains(it.type())) {
      return new int[0];
    }
    return reads.stream()
        .mapToInt(read -> source(node, read))
        .filter(i -> i >= 0)
        .sorted()
        .toArray();
  }

  private int source(int reader, String read) {
    Integer source = network.wiring.node(read);
    if (source == null || source == reader) {
      return -1;
    }
    return network.wiring.isInside(reader, source) ? source : network.wiring.exit(source);
  }
}
