package io.heddle.otlp;

/** Enumerations of OTLP; a number nobody knows yet is the unset one. */
final class Codes {
  private static final int LAST_KIND = 5;

  static int kind(long code) {
    return code < 0 || code > LAST_KIND ? 0 : (int) code;
  }

  static int kind(String name) {
    return switch (name) {
      case "SPAN_KIND_INTERNAL" -> 1;
      case "SPAN_KIND_SERVER" -> 2;
      case "SPAN_KIND_CLIENT" -> 3;
      case "SPAN_KIND_PRODUCER" -> 4;
      case "SPAN_KIND_CONSUMER" -> 5;
      default -> 0;
    };
  }

  /** Kind by its bare name in any case, as Jaeger and Zipkin write it. */
  static int kindByWord(String word) {
    return kind("SPAN_KIND_" + word.toUpperCase(java.util.Locale.ROOT));
  }

  static int status(long code) {
    return code < 0 || code > Spans.STATUS_ERROR ? Spans.STATUS_UNSET : (int) code;
  }

  static int status(String name) {
    return switch (name) {
      case "STATUS_CODE_OK", "OK" -> Spans.STATUS_OK;
      case "STATUS_CODE_ERROR", "ERROR" -> Spans.STATUS_ERROR;
      default -> Spans.STATUS_UNSET;
    };
  }

  private Codes() {}
}
