package io.heddle.recorder;

import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span of another tracer in this process: what a run that begins inside it needs to know.
 *
 * @param traceHigh the first 64 bits of the trace id
 * @param traceLow the other 64 bits
 * @param spanId never 0
 * @param flags as W3C Trace Context has them: bit 0 sampled, bit 1 random trace id
 * @param traceState as W3C Trace Context writes it in its header; empty if there is none
 * @param isRemote whether another process writes it, and this one only knows its ids
 */
public record HostSpan(
    long traceHigh, long traceLow, long spanId, byte flags, String traceState, boolean isRemote) {
  private static final int HALF = 16;

  /**
   * The span of these ids in this process.
   *
   * @param traceId 32 hex digits
   * @param spanId 16 hex digits
   * @param traceState its entries, strongest first
   */
  public static HostSpan of(
      String traceId, String spanId, byte flags, Map<String, String> traceState) {
    return new HostSpan(
        HexFormat.fromHexDigitsToLong(traceId, 0, HALF),
        HexFormat.fromHexDigitsToLong(traceId, HALF, 2 * HALF),
        HexFormat.fromHexDigitsToLong(spanId),
        flags,
        header(traceState),
        false);
  }

  /** The same span of another process. */
  public HostSpan remote() {
    return new HostSpan(traceHigh, traceLow, spanId, flags, traceState, true);
  }

  private static String header(Map<String, String> traceState) {
    return traceState.isEmpty()
        ? ""
        : traceState.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
  }
}
