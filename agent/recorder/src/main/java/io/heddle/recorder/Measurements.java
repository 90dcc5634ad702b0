package io.heddle.recorder;

/** What is measured of all records, and sent as metrics. Drain thread only. */
interface Measurements {
  /** Adds an ended execution. */
  void add(ExecutionRecord record);

  /** Adds an ended run. */
  void add(Run run, Run.End end);

  /**
   * Sends what is due.
   *
   * @return how many requests
   */
  int doWork();

  /** Sends the last numbers, within that time. */
  void close(long patienceNs);
}
