package io.heddle.receiver;

/** A body that cannot be read; the message names the byte offset. */
public final class MalformedBody extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedBody(String message) {
    super(message);
  }
}
