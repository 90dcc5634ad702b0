package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Trace and span ids as JSON text: hex of any length up to theirs, or base64 of exactly theirs.
 * Read from a parser that stands at the value.
 */
final class Ids {
  private static final int HEX_DIGITS_OF_LONG = 16;

  /** High half of a trace id. */
  static long high(JsonParser in) throws IOException {
    String traceId = JsonValues.text(in);
    if (traceId.length() == 24) {
      return fromBase64(in, traceId, 0);
    }
    int split = traceId.length() - HEX_DIGITS_OF_LONG;
    return split <= 0 ? 0 : hex(in, traceId, 0, split);
  }

  /** Low half of a trace id, or a span id. */
  static long low(JsonParser in) throws IOException {
    String id = JsonValues.text(in);
    if (id.length() == 24) {
      return fromBase64(in, id, 8);
    }
    if (id.length() == 12 && id.endsWith("=")) {
      return fromBase64(in, id, 0);
    }
    return hex(in, id, Math.max(0, id.length() - HEX_DIGITS_OF_LONG), id.length());
  }

  /** Like {@link #high}, of a tool's own making if it must be: examples call spans A and G. */
  static long highOfAny(JsonParser in) throws IOException {
    String id = JsonValues.text(in);
    return isUsual(id) ? high(in) : Digest.of(id).high();
  }

  /** Like {@link #low}, of a tool's own making if it must be. */
  static long lowOfAny(JsonParser in) throws IOException {
    String id = JsonValues.text(in);
    return isUsual(id) ? low(in) : Digest.of(id).low();
  }

  /** Whether an id is hex, or might be base64. */
  private static boolean isUsual(String id) {
    return id.endsWith("=")
        || (id.length() <= 2 * HEX_DIGITS_OF_LONG
            && id.chars().allMatch(each -> HexFormat.isHexDigit(each)));
  }

  private static long hex(JsonParser in, String id, int from, int to) throws TraceFormatException {
    if (id.length() > 2 * HEX_DIGITS_OF_LONG) {
      throw malformed(in, id);
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(id.charAt(i), 16);
      if (digit < 0 || id.charAt(i) > 'f') {
        throw malformed(in, id);
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Protobuf's own JSON writes bytes as base64; some tools write OTLP with it. */
  private static long fromBase64(JsonParser in, String id, int from) throws TraceFormatException {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(id)).getLong(from);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notBase64) {
      throw malformed(in, id);
    }
  }

  private static TraceFormatException malformed(JsonParser in, String id) {
    String shown = id.length() > 40 ? id.substring(0, 40) + "..." : id;
    return new TraceFormatException("malformed id \"" + shown + "\" " + JsonValues.place(in));
  }

  private Ids() {}
}
