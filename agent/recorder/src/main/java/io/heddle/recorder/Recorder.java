package io.heddle.recorder;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.drain.SleepingIdle;
import io.heddle.recorder.jvm.ThreadCosts;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.EvidenceSettings;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What engine modules record through: runs, executions of nodes, operations below them. They become
 * spans on a thread of its own; until the first run begins nothing is started and no class of
 * OpenTelemetry is loaded.
 *
 * <pre>{@code
 * Workflow workflow = recorder.workflow("langgraph4j", "mail", graph); // when compiled
 * Node classify = workflow.node("classify", "llm");
 * Run run = recorder.beginRun(workflow); // when invoked
 * Lane lane = recorder.lane();
 * Execution execution = lane.begin(run, classify); // right before the body
 * lane.end(execution, null); // right after it
 * run.end(null);
 * }</pre>
 *
 * <p>Thread-safe. Never throws into its caller, never blocks.
 */
public final class Recorder {
  private final Settings settings;
  private final Log log;
  private final Seeds seeds = new Seeds();
  private final Workflows workflows = new Workflows();
  private final Leaves leaves = new Leaves();
  private final EndedRuns endedRuns = new EndedRuns(Runtime.getRuntime().maxMemory());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final SleepingIdle idle;
  private final Afterthoughts afterthoughts;
  private final DrainThread drain;
  private final Lanes lanes;
  private final Counters counters;
  private final Faults faults;
  private final AtomicReference<@Nullable Runnable> beforeFirstRun = new AtomicReference<>();
  private volatile HostTracing host = HostTracing.NONE;

  /** Plain: a late view measures later. Its fields are final. */
  private @Nullable ThreadCosts threadCosts;

  private Recorder(Settings settings) {
    this.settings = settings;
    this.log = new Log(settings.log());
    this.idle = new SleepingIdle();
    this.lanes = new Lanes(this, settings.ringSlots(), settings.ringsMax(), idle);
    this.counters = new Counters(lanes);
    this.faults = new Faults(counters, log);
    Drain cycle = new Drain(lanes, endedRuns, new Output(), counters, faults);
    this.afterthoughts = new Afterthoughts(cycle);
    this.drain = new DrainThread(afterthoughts, idle, new Surroundings(), faults);
  }

  /** A recorder that has started nothing yet. */
  public static Recorder create(Settings settings) {
    return new Recorder(settings);
  }

  /**
   * The workflow of that engine, name and graph; the same object for equal arguments. Cold path.
   *
   * @param name the workflow's name as its user knows it
   * @param graph null when the engine does not tell
   */
  public Workflow workflow(String engine, String name, @Nullable Graph graph) {
    return workflows.of(engine, name, graph == null ? null : GraphDocument.of(graph));
  }

  /** The leaf of that id and type; the same object for equal arguments. Cold path. */
  public Leaf leaf(String id, String type) {
    return leaves.of(id, type);
  }

  /**
   * Has all be ready that a node needs, for nodes of methods that may be called with next to no
   * stack left. Cold path, on a thread that has enough.
   */
  public void readyForLittleStack() {
    HostClasses.initialize();
  }

  /** Whether the user wants runs and the spans of other tracers to be one tree. */
  public boolean joinsOthers() {
    return settings.join();
  }

  /** Whether the user wants tasks of runs to be followed to other threads. */
  public boolean followsTasks() {
    return settings.executors();
  }

  /**
   * There is that tracer: runs that begin in a span of it become its children, unless the user does
   * not want that. Before any run.
   */
  public void join(HostTracing tracing) {
    host = tracing;
  }

  /** Has {@code preparation} run on the thread of the first run, right before that begins. */
  public void beforeFirstRun(Runnable preparation) {
    beforeFirstRun.set(preparation);
  }

  /**
   * Begins a run: a child of the span of another tracer that is current on this thread, else a new
   * trace with a root span.
   */
  public Run beginRun(Workflow workflow) {
    prepare();
    ensureDrained();
    return Run.root(this, workflow, trace(workflow, new SpanIds(seeds.next())));
  }

  /**
   * Begins, or goes on with, a run that outlives processes. Its ids are derived from its engine and
   * its id, so every process writes the same trace; it joins no other tracer's trace, which the
   * other processes could not know. The root span is written by the process that calls {@link
   * Run#end}, and by no other.
   */
  public Run beginRun(Workflow workflow, DurableRun run) {
    prepare();
    ensureDrained();
    Trace trace = Trace.durable(workflow, run);
    trace.sample(settings.sampling(), false);
    return Run.root(this, workflow, trace);
  }

  private void ensureDrained() {
    if (drain.ensureStarted(new Closing())) {
      counters.error();
      log.warn("the thread that takes records had died; another one goes on");
    }
  }

  private void prepare() {
    Runnable preparation =
        beforeFirstRun.getPlain() == null ? null : beforeFirstRun.getAndSet(null);
    if (preparation != null) {
      try {
        preparation.run();
      } catch (RuntimeException | LinkageError failure) {
        faults.accept(failure);
      }
    }
  }

  private Trace trace(Workflow workflow, SpanIds ids) {
    HostSpan parent = hostSpan();
    if (parent != null) {
      return new Trace(workflow, parent, ids);
    }
    Trace trace = new Trace(workflow, seeds.next(), ids);
    trace.sample(settings.sampling(), true);
    return trace;
  }

  private @Nullable HostSpan hostSpan() {
    try {
      return joinsOthers() ? host.current() : null;
    } catch (RuntimeException | LinkageError failure) {
      faults.accept(failure);
      return null;
    }
  }

  /** Around the recorder's thread. No lambda, as its neighbours: these cost a start more. */
  private final class Surroundings implements Consumer<Runnable> {
    @Override
    public void accept(Runnable task) {
      EvidenceSettings evidence = settings.evidence();
      threadCosts = ThreadCosts.find(evidence.cpu(), evidence.memory());
      host.untraced(task);
    }
  }

  private final class Output implements Supplier<SpanOutput> {
    @Override
    public SpanOutput get() {
      return SpanOutput.of(settings, hostResource(), log, counters, seeds);
    }
  }

  private final class Closing implements Runnable {
    @Override
    public void run() {
      close();
    }
  }

  private Map<String, String> hostResource() {
    try {
      return joinsOthers() ? host.resource() : Map.of();
    } catch (RuntimeException | LinkageError failure) {
      faults.accept(failure);
      return Map.of();
    }
  }

  /**
   * Begins a workflow inside an open execution: same trace, same run id, no root span; its nodes
   * become children of {@code outer}.
   */
  public Run beginNested(Workflow workflow, Execution outer) {
    return Run.nested(this, workflow, outer);
  }

  /** The calling thread's lane. A stale view of one is only a detour: nobody takes another's. */
  public Lane lane() {
    return HeddleHook.predicted() instanceof Lane lane && lane.isOf(this) ? lane : lanes.lookUp();
  }

  /**
   * What is open innermost on the calling thread; null if nothing is. Unlike {@link #lane} it can
   * be asked on every thread of the application: nothing is made for it.
   */
  public @Nullable OpenSpan innermost() {
    Lane known = lanes.known();
    return known == null ? null : known.innermost();
  }

  /**
   * Has {@code task} run on the recorder's thread in a moment. What other threads have written by
   * now has arrived there then, so nobody has to wait for it or to pay for a fence.
   */
  public void afterwards(Runnable task) {
    afterthoughts.add(task);
    idle.wake();
  }

  /**
   * Has {@code chore} done by the recorder's thread from time to time, several times a second, and
   * before it stops. It must be quick, and know by a glance that there is nothing to do.
   */
  public void regularly(Runnable chore) {
    afterthoughts.addChore(chore);
  }

  /** What it tells its user. */
  public Log log() {
    return log;
  }

  public Counters counters() {
    return counters;
  }

  /**
   * Sends what is recorded and stops, within five seconds. Later records are not sent. Called by a
   * shutdown hook of the recorder's own.
   */
  public void close() {
    drain.close(); // whoever comes second waits as well
    if (closed.compareAndSet(false, true)) {
      log.debug("at the end: " + counters.snapshot());
    }
  }

  void ended(Run run) {
    if (!endedRuns.offer(run)) {
      counters.droppedRun();
    }
  }

  Leaves leaves() {
    return leaves;
  }

  Lanes lanes() {
    return lanes;
  }

  Seeds seeds() {
    return seeds;
  }

  EvidenceSettings evidence() {
    return settings.evidence();
  }

  /** Null before the drain runs, and where there is nothing to ask. */
  @Nullable ThreadCosts threadCosts() {
    return threadCosts;
  }
}
