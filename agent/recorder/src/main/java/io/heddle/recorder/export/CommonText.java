package io.heddle.recorder.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text that many spans have in common, so that it is encoded once, and not where it is made. */
public final class CommonText {
  private final String text;
  private byte @Nullable [] utf8;

  public CommonText(String text) {
    this.text = text;
  }

  /** Its bytes, which nobody may change. Drain thread only. */
  public byte[] utf8() {
    byte[] known = utf8;
    if (known == null) {
      known = text.getBytes(StandardCharsets.UTF_8);
      utf8 = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return text;
  }
}
