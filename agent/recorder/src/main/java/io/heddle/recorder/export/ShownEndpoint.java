package io.heddle.recorder.export;

/** An endpoint as the user may see it: nothing of it that may be secret. */
public final class ShownEndpoint {
  private ShownEndpoint() {}

  /** Three stars stand for user and password, and for the query. */
  public static String of(String endpoint) {
    return endpoint.replaceFirst("//[^/?#]*@", "//***@").replaceFirst("[?#].*", "?***");
  }
}
