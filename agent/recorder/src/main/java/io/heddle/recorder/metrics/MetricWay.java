package io.heddle.recorder.metrics;

import io.heddle.recorder.otlp.Verdict;
import java.util.List;
import java.util.function.Supplier;

/** The way of metrics out of the process. One thread makes requests, and one other sends them. */
public interface MetricWay extends AutoCloseable {
  /**
   * Takes down the numbers of this moment; those that begin anew with each request do so now.
   *
   * @return sends them, waits for the answer, and may be asked again
   */
  Supplier<Verdict> request(List<Instrument> instruments, Period period, Temporality temporality);

  /** Where they go, for the user's eyes. */
  String endpoint();

  @Override
  void close();
}
