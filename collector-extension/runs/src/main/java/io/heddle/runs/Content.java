package io.heddle.runs;

import io.heddle.otlp.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What went in or came out, as far as it can be told apart: a digest, else a class that counts
 * within one process.
 *
 * @param digest null where only the class is known
 * @param number the class; null where the digest is known
 * @param instance the process of the class
 */
public record Content(@Nullable Digest digest, @Nullable Long number, @Nullable String instance) {
  /** Null when unknown. */
  static @Nullable Content of(
      @Nullable Digest digest, @Nullable Long number, @Nullable String instance) {
    if (digest != null) {
      return new Content(digest, null, null);
    }
    return number == null || instance == null ? null : new Content(null, number, instance);
  }
}
