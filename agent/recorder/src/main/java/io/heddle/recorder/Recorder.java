package io.heddle.recorder;

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
@SuppressWarnings("DoNotCallSuggester")
public final class Recorder {
  private final Counters counters = new Counters();

  private Recorder() {}

  /** A recorder that has started nothing yet. */
  public static Recorder create(Settings settings) {
    return new Recorder();
  }

  /**
   * The workflow of that engine, name and graph; the same object for equal arguments. Cold path.
   *
   * @param name the workflow's name as its user knows it
   * @param graph null when the engine does not tell
   */
  public Workflow workflow(String engine, String name, @Nullable Graph graph) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Begins a run of its own: a new trace with a root span. */
  public Run beginRun(Workflow workflow) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Begins a workflow inside an open execution: same trace, same run id, no root span; its nodes
   * become children of {@code outer}.
   */
  public Run beginNested(Workflow workflow, Execution outer) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The calling thread's lane. */
  public Lane lane() {
    throw new UnsupportedOperationException("not there yet");
  }

  public Counters counters() {
    return counters;
  }

  /**
   * Sends what is recorded and stops, within a bounded time. Later records are dropped and counted.
   */
  public void close() {}
}
