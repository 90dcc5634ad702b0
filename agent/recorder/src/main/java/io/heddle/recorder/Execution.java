package io.heddle.recorder;

import org.jspecify.annotations.Nullable;

/**
 * One visit of one node in one run, or an operation below it, between its begin and its end.
 *
 * <p>Pooled: a lane reuses the object after {@link Lane#end}, so nobody keeps it beyond that. One
 * thread at a time; who hands a {@linkplain Lane#detach detached} execution to another thread
 * publishes it safely (a completed future does). Nothing here throws, blocks, or calls into user
 * code; the evidence methods allocate nothing for names the workflow has seen before.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Execution {
  Execution() {}

  /** The id of the span this execution becomes; never 0. */
  public long spanId() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The run it belongs to. */
  public Run run() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The node it is a visit of; null for an operation. */
  public @Nullable Node node() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Records an edge: that span had to end before this one could start. Several allowed; 0 and
   * repetitions are ignored.
   */
  public void predecessor(long spanId) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Time in ns it was ready and queued before it began; the span itself never contains it. */
  public void waitNs(long ns) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Nobody waits for this execution (fire and forget). */
  public void async() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * This is the n-th try of the same visit, from 1 (the default). A value above 1 takes back the
   * visit that begin counted.
   */
  public void attempt(int n) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Every read of this execution is reported: if none comes, it read nothing. Without this call and
   * without a read, what it read is unknown.
   */
  public void readsObserved() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * It read this state name and saw this value. The first read of a name counts; the value goes
   * into the hash of the input and is not kept.
   */
  public void read(String name, @Nullable Object value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** It saw the whole state. The input is then unknown unless {@link #input} tells its hash. */
  public void readAll() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** What it read cannot be told; nothing said before or later changes that. */
  public void readsUnknown() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Every write of this execution is reported: if none comes, it wrote nothing. */
  public void writesObserved() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** It wrote this value under this state name. The first write of a name counts. */
  public void write(String name, @Nullable Object value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** It may have written every name. The output is then unknown unless {@link #output} tells it. */
  public void writeAll() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** What it wrote cannot be told; nothing said before or later changes that. */
  public void writesUnknown() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * The input's hash, in place of the one made from the reads.
   *
   * @param hash from {@link ValueHash}; {@link ValueHash#UNKNOWN} makes the input unknown
   */
  public void input(long hash) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * The output's hash, in place of the one made from the writes.
   *
   * @param hash from {@link ValueHash}; {@link ValueHash#UNKNOWN} makes the output unknown
   */
  public void output(long hash) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, String value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, long value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, double value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Ends a {@linkplain Lane#detach detached} execution, on whatever thread. The first call counts,
   * later ones change nothing.
   *
   * @param error why it failed, else null
   */
  public void end(@Nullable Throwable error) {
    throw new UnsupportedOperationException("not there yet");
  }
}
