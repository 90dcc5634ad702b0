package io.heddle.benchmarks.traces;

import io.heddle.benchmarks.traces.GeneratedSpan.TraceId;
import java.util.HexFormat;

/** Ids in lower-case hex. */
final class Hex {
  static String of(TraceId trace) {
    return of(trace.high()) + of(trace.low());
  }

  static String of(long id) {
    return HexFormat.of().toHexDigits(id);
  }

  private Hex() {}
}
