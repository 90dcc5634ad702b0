package io.heddle.recorder.http;

import java.util.Map;

/** The answer to a request. Immutable, as long as nobody writes into its body. */
public final class Response {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean whole;
  private final boolean keepsOpen;

  /** The body is not copied; {@code whole} tells whether that is all of it. */
  Response(int status, Map<String, String> headers, byte[] body, boolean whole, boolean keepsOpen) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.whole = whole;
    this.keepsOpen = keepsOpen;
  }

  /** From 100 to 999. */
  public int status() {
    return status;
  }

  /** By name in lower case; of repeated ones the first. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The first bytes, all of them if {@link #isWhole}. */
  public byte[] body() {
    return body;
  }

  /** False when the body is longer than is read. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether the next request may take the same connection. */
  boolean keepsOpen() {
    return keepsOpen;
  }
}
