package io.heddle.recorder.export;

/** Where spans end up; each span is told once. Called from any thread. */
public interface SpanCounts {
  /** The collector took them. */
  void exported(int spans);

  /** The collector did not take them. */
  void failed(int spans);

  /** Something did not arrive, for that reason; told each time. */
  default void problem(String reason) {}

  /** They were not sent at all. */
  void discarded(int spans);
}
