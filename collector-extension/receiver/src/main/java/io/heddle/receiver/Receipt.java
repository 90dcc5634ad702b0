package io.heddle.receiver;

/**
 * What became of the spans of one request.
 *
 * @param accepted spans taken
 * @param rejected spans refused for good; the sender must not send them again
 * @param reason why some were refused; empty when none was
 */
public record Receipt(long accepted, long rejected, String reason) {
  /** All spans taken. */
  public static Receipt of(long accepted) {
    return new Receipt(accepted, 0, "");
  }
}
