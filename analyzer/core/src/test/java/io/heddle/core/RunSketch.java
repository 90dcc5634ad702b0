package io.heddle.core;

import io.heddle.otlp.Digest;
import io.heddle.runs.Details;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Graph;
import io.heddle.runs.Model;
import io.heddle.runs.Run;
import io.heddle.runs.Tokens;
import io.heddle.runs.Traits;
import io.heddle.runs.Usage;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Run} down as a test thinks of it: names and milliseconds after the run's start.
 *
 * <pre>{@code
 * Run run = RunSketch.of("mail")
 *     .node("classify", 0, 20).type("llm").writes("topic")
 *     .node("order", 20, 50).reads("id").after("classify")
 *     .operation("GET /orders", 22, 40).kind(Kind.CLIENT)
 *     .build();
 * }</pre>
 *
 * Every modifier speaks of the execution sketched last. Names refer to the latest execution of that
 * name. The root lasts until the last end unless {@link #until} says otherwise.
 */
public final class RunSketch {
  private static final long EPOCH_NS = 1_700_000_000_000_000_000L;

  private final String workflow;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Draft> latest = new HashMap<>();
  private final Map<String, Graph.Node> graphNodes = new LinkedHashMap<>();
  private final List<Graph.Edge> graphEdges = new ArrayList<>();
  private String service = "shop";
  private String version = "v1";
  private String runId = "run-1";
  private double startMs;
  private double untilMs = -1;
  private boolean finished = true;
  private Draft current;
  private Draft node;

  private RunSketch(String workflow) {
    this.workflow = workflow;
    this.current = new Draft(workflow, Role.ROOT, 0, 0, null);
    this.node = current;
    drafts.add(current);
  }

  public static RunSketch of(String workflow) {
    return new RunSketch(workflow);
  }

  /** Service of the workflow and of every execution sketched from here on. */
  public RunSketch service(String name) {
    service = name;
    return this;
  }

  public RunSketch version(String name) {
    version = name;
    return this;
  }

  public RunSketch id(String id) {
    runId = id;
    return this;
  }

  /** Moves the whole run on the clock. */
  public RunSketch startingAt(double ms) {
    startMs = ms;
    return this;
  }

  /** The root's end. */
  public RunSketch until(double ms) {
    untilMs = ms;
    return this;
  }

  /** Nobody saw the run end. */
  public RunSketch unfinished() {
    finished = false;
    return this;
  }

  /** A node directly below the root. */
  public RunSketch node(String name, double from, double to) {
    return add(new Draft(name, Role.NODE, from, to, drafts.get(0)));
  }

  /** A further root, as a run over several traces has them; give the first root its own end. */
  public RunSketch root(String name, double from, double to) {
    return add(new Draft(name, Role.ROOT, from, to, null));
  }

  /** An operation below the node sketched last, or below the root when there is none. */
  public RunSketch operation(String name, double from, double to) {
    return add(new Draft(name, Role.OPERATION, from, to, node));
  }

  /** Hangs the execution below another one. */
  public RunSketch in(String parent) {
    current.parent = find(parent);
    return this;
  }

  /** Records predecessors. */
  public RunSketch after(String... names) {
    for (String name : names) {
      current.predecessors.add(find(name));
    }
    return this;
  }

  public RunSketch type(String type) {
    current.type = type;
    return this;
  }

  public RunSketch kind(Kind kind) {
    current.kind = kind;
    return this;
  }

  /** The service of this execution alone. */
  public RunSketch on(String callee) {
    current.service = callee;
    return this;
  }

  public RunSketch attempt(int number) {
    current.attempt = number;
    return this;
  }

  public RunSketch visit(int number) {
    current.visit = number;
    return this;
  }

  public RunSketch waited(double ms) {
    current.waitNs = ns(ms);
    return this;
  }

  public RunSketch cold() {
    current.cold = true;
    return this;
  }

  public RunSketch async() {
    current.async = true;
    return this;
  }

  public RunSketch error(String type) {
    current.error = type;
    return this;
  }

  public RunSketch reads(String... names) {
    current.reads = List.of(names);
    return this;
  }

  public RunSketch writes(String... names) {
    current.writes = List.of(names);
    return this;
  }

  /** Equality classes of input and output. */
  public RunSketch classes(long input, long output) {
    current.inputClass = input;
    current.outputClass = output;
    return this;
  }

  public RunSketch inputClass(long input) {
    current.inputClass = input;
    return this;
  }

  public RunSketch digests(String input, String output) {
    current.inputDigest = input;
    current.outputDigest = output;
    return this;
  }

  /** {@code service.instance.id}; "one" when nothing is said. */
  public RunSketch instance(String id) {
    current.instance = id;
    return this;
  }

  public RunSketch cache(String outcome) {
    current.cache = outcome;
    return this;
  }

  public RunSketch cpu(double ms, long bytes) {
    current.cpuNs = ns(ms);
    current.allocBytes = bytes;
    return this;
  }

  public RunSketch usage(Usage usage) {
    current.usage = usage;
    return this;
  }

  /** Model, input and output tokens; nothing else is known. */
  public RunSketch tokens(String model, long input, long output) {
    return tokens(model, input, output, null);
  }

  /** The same, and how much of the input came from a prompt cache. */
  public RunSketch tokens(String model, long input, long output, @Nullable Long cacheRead) {
    Tokens tokens = new Tokens(input, output, cacheRead, null, null);
    return usage(Usage.of(Model.of(null, model, null), tokens));
  }

  public RunSketch attribute(String key, String value) {
    current.attributes.put(key, value);
    return this;
  }

  public RunSketch rootAttribute(String key, String value) {
    drafts.get(0).attributes.put(key, value);
    return this;
  }

  /** An edge of the definition. */
  public RunSketch edge(String from, String to) {
    return edge(from, to, false);
  }

  public RunSketch conditionalEdge(String from, String to) {
    return edge(from, to, true);
  }

  public Run build() {
    List<Draft> ordered = new ArrayList<>(drafts);
    ordered.sort(Comparator.comparingInt(Draft::depth).thenComparingDouble(d -> d.from));
    Map<Draft, Integer> index = new HashMap<>();
    ordered.forEach(draft -> index.put(draft, index.size()));
    double end = untilMs >= 0 ? untilMs : drafts.stream().mapToDouble(d -> d.to).max().orElse(0);
    drafts.get(0).to = end;
    drafts.get(0).service = service;
    String traceId = "%032x".formatted(runId.hashCode() & 0xffffffffL | 1L << 40);
    List<Execution> executions =
        ordered.stream().map(draft -> draft.execution(index, drafts, traceId, startMs)).toList();
    return new Run(
        new WorkflowKey(service, workflow, version),
        runId,
        traceId,
        true,
        executions,
        graphEdges.isEmpty()
            ? null
            : new Graph("g", List.copyOf(graphNodes.values()), List.copyOf(graphEdges)),
        finished ? Set.of() : Set.of(Run.Flag.UNFINISHED));
  }

  private RunSketch edge(String from, String to, boolean conditional) {
    for (String id : List.of(from, to)) {
      graphNodes.putIfAbsent(id, new Graph.Node(id, "code"));
    }
    graphEdges.add(new Graph.Edge(from, to, conditional));
    return this;
  }

  private RunSketch add(Draft draft) {
    drafts.add(draft);
    latest.put(draft.name, draft);
    current = draft;
    node = draft.role == Role.NODE ? draft : node;
    draft.service = service;
    return this;
  }

  private Draft find(String name) {
    Draft found = latest.get(name);
    if (found == null) {
      throw new NoSuchElementException("nothing named " + name + " was sketched yet");
    }
    return found;
  }

  private static long ns(double ms) {
    return Math.round(ms * 1e6);
  }

  /** An execution while its sketch is being written. */
  private static final class Draft {
    final String name;
    final Role role;
    final double from;
    double to;
    Draft parent;
    final List<Draft> predecessors = new ArrayList<>();
    final Map<String, String> attributes = new TreeMap<>();
    String service = "shop";
    String type = "code";
    Kind kind = Kind.INTERNAL;
    int attempt = 1;
    int visit = 1;
    long waitNs = -1;
    boolean cold;
    boolean async;
    String error;
    List<String> reads;
    List<String> writes;
    Long inputClass;
    Long outputClass;
    String inputDigest;
    String outputDigest;
    String instance = "one";
    String cache;
    Long cpuNs;
    Long allocBytes;
    Usage usage;

    Draft(String name, Role role, double from, double to, Draft parent) {
      this.name = name;
      this.role = role;
      this.from = from;
      this.to = to;
      this.parent = parent;
    }

    int depth() {
      int depth = 0;
      for (Draft above = parent; above != null; above = above.parent) {
        depth++;
      }
      return depth;
    }

    Execution execution(
        Map<Draft, Integer> index, List<Draft> drafts, String traceId, double startMs) {
      return new Execution(
          index.get(this),
          parent == null ? -1 : index.get(parent),
          traceId,
          drafts.indexOf(this) + 1L,
          EPOCH_NS + ns(startMs + from),
          EPOCH_NS + ns(startMs + to),
          new Traits(role, kind, service, name, type, attempt, visit, cold, async, error),
          new Details(
              waitNs,
              predecessors.stream().mapToInt(index::get).sorted().toArray(),
              evidence(),
              usage),
          attributes);
    }

    private static Digest digest(String content) {
      return content == null ? null : Digest.of(content);
    }

    private Evidence evidence() {
      return new Evidence(
          reads,
          writes,
          inputClass,
          outputClass,
          digest(inputDigest),
          digest(outputDigest),
          instance,
          cache,
          cpuNs,
          allocBytes);
    }
  }
}
