package io.heddle.runs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one node in one run, or an operation below it: 64 bytes, beside what it shares with
 * others and what was recorded of it. Immutable.
 *
 * @param index position in {@link Run#executions}
 * @param parent index of the parent; -1 for the root, and for the first span of a further trace
 * @param traceId 32 hex digits
 * @param spanId the span's id as a number
 * @param startNs since the epoch
 * @param endNs since the epoch, never before the start
 * @param source where the span's and its resource's attributes stand
 * @param record which of those in the source are the span's
 */
public record Execution(
    int index,
    int parent,
    String traceId,
    long spanId,
    long startNs,
    long endNs,
    Traits traits,
    Details details,
    AttributeSource source,
    int record) {

  /** An execution whose attributes nobody stored elsewhere. */
  public Execution(
      int index,
      int parent,
      String traceId,
      long spanId,
      long startNs,
      long endNs,
      Traits traits,
      Details details,
      Map<String, String> attributes) {
    this(index, parent, traceId, spanId, startNs, endNs, traits, details, new Given(attributes), 0);
  }

  private record Given(Map<String, String> attributes) implements AttributeSource {
    @Override
    public Map<String, String> of(int record) {
      return attributes;
    }
  }

  /** What a span is in its workflow. */
  public enum Role {
    /** A run over several traces has one in each that begins with its workflow. */
    ROOT,
    NODE,
    OPERATION
  }

  /** The span kind of OpenTelemetry. */
  public enum Kind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
  }

  public Role role() {
    return traits.role();
  }

  public Kind kind() {
    return traits.kind();
  }

  public String service() {
    return traits.service();
  }

  /** The node's name; for an operation the operation's name. */
  public String node() {
    return traits.node();
  }

  public String type() {
    return traits.type();
  }

  /** From 1. */
  public int attempt() {
    return traits.attempt();
  }

  /** From 1. */
  public int visit() {
    return traits.visit();
  }

  public boolean cold() {
    return traits.cold();
  }

  public boolean async() {
    return traits.async();
  }

  /** The error's type; null for success. */
  public @Nullable String error() {
    return traits.error();
  }

  /** Queued before the start; -1 when nobody recorded it. */
  public long waitNs() {
    return details.waitNs();
  }

  /** Indices of the recorded predecessors; empty when none was recorded. */
  public int[] predecessors() {
    return details.predecessors();
  }

  public Evidence evidence() {
    return details.evidence();
  }

  /** Tokens and price; null when the span carries no usage. */
  public @Nullable Usage usage() {
    return details.usage();
  }

  /** The span's attributes as texts, then its resource's, for grouping. */
  public Map<String, String> attributes() {
    return source.of(record);
  }

  public long durationNs() {
    return endNs - startNs;
  }

  /** This execution at another place of its run, earlier or later. */
  public Execution moved(int newIndex, int newParent, int[] newPredecessors, long byNs) {
    return new Execution(
        newIndex,
        newParent,
        traceId,
        spanId,
        startNs + byNs,
        endNs + byNs,
        traits,
        details.withPredecessors(newPredecessors),
        source,
        record);
  }

  /** This execution after these others, which somebody recorded in another way than by links. */
  Execution after(int[] recorded) {
    return moved(index, parent, recorded, 0);
  }

  /** This execution, ending later. */
  Execution until(long newEndNs) {
    return new Execution(
        index, parent, traceId, spanId, startNs, newEndNs, traits, details, source, record);
  }

  Execution with(Traits newTraits) {
    return new Execution(
        index, parent, traceId, spanId, startNs, endNs, newTraits, details, source, record);
  }
}
