package io.heddle.recorder.export;

/**
 * What the spans of one trace carry of it (W3C Trace Context level 2).
 *
 * @param high the first 64 bits of the trace id
 * @param low the other 64 bits
 * @param flags bit 0 sampled, bit 1 random trace id
 * @param state as in the {@code tracestate} header; empty if there is none
 */
public record TraceContext(long high, long low, byte flags, String state) {}
