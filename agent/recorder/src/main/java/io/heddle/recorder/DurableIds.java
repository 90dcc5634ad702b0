package io.heddle.recorder;

import io.heddle.recorder.export.TraceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids that every process derives alike: the first bits of SHA-256 (FIPS 180-4) over what the engine
 * calls the thing. None is 0.
 */
final class DurableIds {
  /** Sampled; a derived trace id is not random (W3C Trace Context level 2). */
  private static final byte FLAGS = 1;

  private DurableIds() {}

  /** The root of a run: its trace id and the span id behind that. */
  static TraceRoot root(String engine, String runId) {
    ByteBuffer hash = hash(text(engine), text(runId));
    TraceContext trace =
        new TraceContext(nonZero(hash.getLong()), nonZero(hash.getLong()), FLAGS, "");
    return new TraceRoot(trace, nonZero(hash.getLong()), 0, false);
  }

  /** The span id of one attempt at an execution. */
  static long spanId(TraceContext trace, String executionId, int attempt) {
    ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES);
    numbers.putLong(trace.high()).putLong(trace.low()).putInt(attempt);
    return nonZero(hash(numbers.array(), text(executionId)).getLong());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** With the length in front, so that no other split of the same bytes has the same hash. */
  private static ByteBuffer hash(byte[] first, byte[] second) {
    MessageDigest digest = digest();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).flip());
    digest.update(first);
    return ByteBuffer.wrap(digest.digest(second));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static long nonZero(long id) {
    return id == 0 ? 1 : id;
  }
}
