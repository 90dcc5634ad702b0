package io.heddle.runs;

import io.heddle.otlp.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one execution was seen to touch. Null always means unknown, and unknown proves nothing.
 *
 * @param reads state names, sorted; a single {@code ALL} for every name
 * @param writes state names, sorted; a single {@code ALL} for every name
 * @param inputClass equal inputs of one node carry equal numbers within {@code instance}
 * @param outputClass likewise for outputs
 * @param inputDigest digest of the input, comparable across processes
 * @param outputDigest digest of the output, comparable across processes
 * @param instance {@code service.instance.id}
 * @param cache hit, miss or bypass
 * @param cpuNs CPU time of the body
 * @param allocBytes bytes allocated by the body
 */
public record Evidence(
    @Nullable List<String> reads,
    @Nullable List<String> writes,
    @Nullable Long inputClass,
    @Nullable Long outputClass,
    @Nullable Digest inputDigest,
    @Nullable Digest outputDigest,
    @Nullable String instance,
    @Nullable String cache,
    @Nullable Long cpuNs,
    @Nullable Long allocBytes) {
  public static final Evidence NONE =
      new Evidence(null, null, null, null, null, null, null, null, null, null);

  /** What went in; null when unknown. */
  public @Nullable Content input() {
    return Content.of(inputDigest, inputClass, instance);
  }

  /** What came out; null when unknown. */
  public @Nullable Content output() {
    return Content.of(outputDigest, outputClass, instance);
  }

  /** Whether many executions may well say the same: it holds nothing measured of one. */
  boolean isCommon() {
    return inputClass == null
        && outputClass == null
        && inputDigest == null
        && outputDigest == null
        && cpuNs == null
        && allocBytes == null;
  }
}
