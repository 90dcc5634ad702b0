package io.heddle.recorder.export;

import java.nio.charset.StandardCharsets;

/** A text that many spans have in common, so that it is encoded once. Immutable. */
public final class CommonText {
  private final String text;
  private final byte[] utf8;

  public CommonText(String text) {
    this.text = text;
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Its bytes, which nobody may change. */
  public byte[] utf8() {
    return utf8;
  }

  @Override
  public String toString() {
    return text;
  }
}
