package io.heddle.recorder.export;

/** The way of finished spans out of the process. Drain thread only; never blocks but to close. */
public interface SpanExport {
  /** Whether one more span is taken; if not, it is not to be told and counts as discarded. */
  boolean hasRoom();

  /**
   * How many spans may be told now. What is not told may be tomorrow: so long as spans arrive, room
   * is made.
   *
   * @return without bound when nobody takes them, since waiting is of no use then
   */
  int wanted();

  /** Where spans are told. */
  SpanSink spans();

  /**
   * Sends what is due.
   *
   * @return how many requests
   */
  int doWork();

  /** The end is near: what is not taken at once is not tried again, where that can be told. */
  default void hurry() {}

  /**
   * Sends everything that waits; every span is counted when it returns.
   *
   * @param patienceNs longest time it may take
   */
  void close(long patienceNs);
}
