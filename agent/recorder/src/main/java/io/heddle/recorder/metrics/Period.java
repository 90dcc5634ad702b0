package io.heddle.recorder.metrics;

/**
 * What a request with metrics is about, in ns since the epoch.
 *
 * @param beginNs of everything
 * @param lastNs the last request
 * @param nowNs this request
 */
public record Period(long beginNs, long lastNs, long nowNs) {
  /** Since when numbers count that begin anew with each request, or do not. */
  public long start(boolean anew) {
    return anew ? lastNs : beginNs;
  }
}
