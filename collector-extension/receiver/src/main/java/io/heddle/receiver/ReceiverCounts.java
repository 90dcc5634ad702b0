package io.heddle.receiver;

import java.util.Map;

/**
 * A snapshot of what arrived and what became of it, since the start.
 *
 * @param requests trace requests taken
 * @param spans spans taken
 * @param rejectedSpans spans refused inside requests that were taken
 * @param ignored requests of other signals, answered and dropped; absent = none
 * @param refused requests refused as a whole; absent = none
 */
public record ReceiverCounts(
    long requests,
    long spans,
    long rejectedSpans,
    Map<Signal, Long> ignored,
    Map<Refusal, Long> refused) {

  /** Requests refused for {@code refusal}. */
  public long refused(Refusal refusal) {
    return refused.getOrDefault(refusal, 0L);
  }

  /** Requests of {@code signal}, dropped. */
  public long ignored(Signal signal) {
    return ignored.getOrDefault(signal, 0L);
  }
}
