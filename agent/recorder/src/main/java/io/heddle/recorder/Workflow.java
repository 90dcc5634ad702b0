package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.evidence.Equality;
import io.heddle.recorder.evidence.Names;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.metrics.Histogram;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A named graph of the application, interned by {@link Recorder#workflow}. Thread-safe; everything
 * but {@link #node} of a known node is a cold path.
 */
public final class Workflow {
  private static final int MAX_OPERATIONS = 256;

  private final String engine;
  private final CommonText name;
  private final @Nullable GraphDocument graph;

  /** Drain thread only. */
  private @Nullable SharedAttributes attributes;

  private final AtomicBoolean graphTaken = new AtomicBoolean();
  private final Names names = new Names();

  /** Drain thread only. */
  private final Map<String, Equality> operations = new HashMap<>();

  /** By their numbers. Drain thread only. */
  private @Nullable Node[] leaves = new Node[0];

  private final RecentTimes recentTimes = new RecentTimes();

  /** Drain thread only. */
  private final RunTimes runTimes = new RunTimes();

  /** Drain thread only. */
  private @Nullable Histogram durations;

  private final Object growing = new Object();
  private volatile Node[] nodes = new Node[0];
  private final Map<String, Node> byId = new ConcurrentHashMap<>();

  Workflow(String engine, String name, @Nullable GraphDocument graph) {
    this.engine = engine;
    this.name = new CommonText(name);
    this.graph = graph;
  }

  /** The value of {@code heddle.engine}. */
  public String engine() {
    return engine;
  }

  public String name() {
    return name.toString();
  }

  /** Its name, as its root spans are named. */
  CommonText spanName() {
    return name;
  }

  /** What all its root spans say. Drain thread only. */
  SharedAttributes attributes() {
    SharedAttributes known = attributes;
    if (known == null) {
      known = madeAttributes();
      attributes = known;
    }
    return known;
  }

  private SharedAttributes madeAttributes() {
    Attribute named = new Attribute(SpanAttributes.GEN_AI_WORKFLOW_NAME, name());
    return new SharedAttributes(
        graph == null
            ? List.of(named)
            : List.of(named, new Attribute(SpanAttributes.GRAPH_HASH, graph.hash())));
  }

  /**
   * The node of that id, made on first sight. Look it up once per compiled graph and keep it where
   * the engine's own node object is kept; the look-up itself costs a hash map read and no
   * allocation.
   *
   * @param type counts on first sight only: llm, tool, code, http_request, subworkflow ...
   */
  public Node node(String id, String type) {
    Node known = byId.get(id);
    return known != null ? known : grow(id, type);
  }

  private Node grow(String id, String type) {
    synchronized (growing) {
      Node known = byId.get(id);
      if (known != null) {
        return known;
      }
      Node node = new Node(this, id, type, nodes.length);
      Node[] longer = Arrays.copyOf(nodes, nodes.length + 1);
      longer[node.index()] = node;
      nodes = longer;
      byId.put(id, node);
      return node;
    }
  }

  int nodeCount() {
    return nodes.length;
  }

  Node nodeAt(int index) {
    return nodes[index];
  }

  /** The node that a leaf is in this workflow. Drain thread only. */
  Node leaf(Leaf leaf) {
    int number = leaf.number();
    if (number >= leaves.length) {
      leaves = Arrays.copyOf(leaves, Math.max(number + 1, 2 * leaves.length));
    }
    Node known = leaves[number];
    if (known == null) {
      known = node(leaf.id(), leaf.type());
      leaves[number] = known;
    }
    return known;
  }

  /** True until somebody has asked, and again after {@link #graphLost}. */
  boolean takeGraph() {
    return graph != null && graphTaken.compareAndSet(false, true);
  }

  /** The graph did not arrive; it shall be sent again. */
  void graphLost() {
    graphTaken.set(false);
  }

  /** Of the operation of that name below the nodes of this workflow; null for names without end. */
  @Nullable Equality operation(String operation) {
    return operations.size() < MAX_OPERATIONS
        ? operations.computeIfAbsent(operation, first -> new Equality())
        : operations.get(operation);
  }

  /**
   * What tells it from itself after a change.
   *
   * @param serviceVersion of the application, if it is told
   */
  @Nullable String version(@Nullable String serviceVersion) {
    if (graph == null) {
      return serviceVersion;
    }
    return serviceVersion == null ? graph.hash() : serviceVersion + "+" + graph.hash();
  }

  /** Of its nodes. Drain thread only. */
  RecentTimes recentTimes() {
    return recentTimes;
  }

  /** Of its runs, where they are sampled. Drain thread only. */
  RunTimes runTimes() {
    return runTimes;
  }

  /** Of its runs without an error, where it was last asked for. Drain thread only. */
  @Nullable Histogram durations() {
    return durations;
  }

  void durations(Histogram found) {
    durations = found;
  }

  Names names() {
    return names;
  }

  @Nullable GraphDocument graph() {
    return graph;
  }
}
