package io.heddle.cli.live;

import io.heddle.receiver.Encoding;

/** A request as it was sent. */
public final class Kept {
  private final byte[] body;
  private final Encoding encoding;
  private final int spans;

  Kept(byte[] body, Encoding encoding, int spans) {
    this.body = body;
    this.encoding = encoding;
    this.spans = spans;
  }

  byte[] body() {
    return body;
  }

  Encoding encoding() {
    return encoding;
  }

  int length() {
    return body.length;
  }

  int spans() {
    return spans;
  }
}
