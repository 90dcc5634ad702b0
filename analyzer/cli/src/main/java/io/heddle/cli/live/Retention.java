package io.heddle.cli.live;

/**
 * What a server keeps and what had to go.
 *
 * @param requests kept
 * @param spans in the kept requests
 * @param bytes of the kept requests
 * @param evictedRequests that made room for later ones
 * @param evictedSpans in those
 */
public record Retention(
    long requests, long spans, long bytes, long evictedRequests, long evictedSpans) {
  static final Retention NONE = new Retention(0, 0, 0, 0, 0);

  /** Everything that ever came. */
  public long totalRequests() {
    return requests + evictedRequests;
  }

  Retention plus(long moreBytes, long moreSpans) {
    return new Retention(
        requests + 1, spans + moreSpans, bytes + moreBytes, evictedRequests, evictedSpans);
  }

  Retention evict(long lessBytes, long lessSpans) {
    return new Retention(
        requests - 1,
        spans - lessSpans,
        bytes - lessBytes,
        evictedRequests + 1,
        evictedSpans + lessSpans);
  }
}
