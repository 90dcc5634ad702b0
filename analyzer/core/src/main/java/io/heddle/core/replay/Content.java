package io.heddle.core.replay;

import io.heddle.otlp.Digest;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import io.heddle.runs.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What went in or came out, as far as it can be told apart: a digest, else a class that counts
 * within one process.
 *
 * @param digest null where only the class is known
 * @param number the class; null where the digest is known
 * @param instance the process of the class
 * @param model that was asked
 */
public record Content(
    @Nullable Digest digest,
    @Nullable Long number,
    @Nullable String instance,
    @Nullable String model) {
  /** What went in; null when unknown. */
  static @Nullable Content inputOf(Execution execution) {
    Evidence evidence = execution.evidence();
    Usage usage = execution.usage();
    String model = usage == null ? null : String.valueOf(usage.requestModel());
    return of(evidence, evidence.inputDigest(), evidence.inputClass(), model);
  }

  /** What came out; null when unknown. */
  public static @Nullable Content outputOf(Execution execution) {
    Evidence evidence = execution.evidence();
    return of(evidence, evidence.outputDigest(), evidence.outputClass(), null);
  }

  private static @Nullable Content of(
      Evidence evidence, @Nullable Digest digest, @Nullable Long number, @Nullable String model) {
    if (digest != null) {
      return new Content(digest, null, null, model);
    }
    String instance = evidence.instance();
    return number == null || instance == null ? null : new Content(null, number, instance, model);
  }
}
