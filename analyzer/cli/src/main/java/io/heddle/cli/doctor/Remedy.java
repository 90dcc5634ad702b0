package io.heddle.cli.doctor;

import java.util.regex.Pattern;

/**
 * What to do about a collector that does not take spans, by what went wrong; first match counts.
 */
enum Remedy {
  CREDENTIALS(
      "HTTP status (401|403)",
      "it wants credentials, which OTEL_EXPORTER_OTLP_HEADERS carries (api-key=...)"),
  PATH(
      "HTTP status [34]0.",
      "what answers there takes no OTLP at this path: OTEL_EXPORTER_OTLP_ENDPOINT is the address"
          + " without /v1/traces, usually with port 4318"),
  COLLECTOR("HTTP status", "its own log may tell why"),
  HOST("(?i)unknownhost|unresolved", "see OTEL_EXPORTER_OTLP_ENDPOINT for the host"),
  ABSENT(
      "(?i)refused|timed ?out|timeout|unreachable|no route",
      "is a receiver running there, and may this machine reach it? ./heddle server starts one,"
          + " OTEL_EXPORTER_OTLP_ENDPOINT names another"),
  PROTOCOL(
      "",
      "does what listens there speak OTLP, and this way? http/protobuf usually has port 4318, grpc"
          + " 4317: see OTEL_EXPORTER_OTLP_PROTOCOL and OTEL_EXPORTER_OTLP_ENDPOINT");

  private final Pattern problem;
  private final String words;

  Remedy(String problem, String words) {
    this.problem = Pattern.compile(problem);
    this.words = words;
  }

  /** One phrase. */
  static String of(String problem) {
    for (Remedy remedy : values()) {
      if (remedy.problem.matcher(problem).find()) {
        return remedy.words;
      }
    }
    return PROTOCOL.words;
  }
}
