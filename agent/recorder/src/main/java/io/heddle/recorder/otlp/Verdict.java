package io.heddle.recorder.otlp;

/** What became of a request. */
public sealed interface Verdict {
  /**
   * The collector took it.
   *
   * @param rejected what of it the collector did not want (partial success)
   * @param message why, or a warning; empty if there is none
   */
  record Taken(long rejected, String message) implements Verdict {}

  /** The collector will not take it, however often it is sent. */
  record Refused(String reason) implements Verdict {}

  /**
   * It may be taken later.
   *
   * @param afterNs how long the collector wants to be left alone; 0 if it does not say
   */
  record Unanswered(String reason, long afterNs) implements Verdict {}
}
