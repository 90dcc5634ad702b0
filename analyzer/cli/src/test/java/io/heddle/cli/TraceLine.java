package io.heddle.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One run of two nodes as a line of OTLP/JSON. */
final class TraceLine {
  private static final long EPOCH_S = 1_790_000_000L;

  private TraceLine() {}

  /** A run that starts {@code second} seconds after the first one may. */
  static String of(String service, String workflow, int second) {
    return of(service, workflow, second, 60);
  }

  /** The same, with a node {@code fetch} that takes that long before {@code draft} takes 40 ms. */
  static String of(String service, String workflow, int second, int fetchMs) {
    return of(
        service,
        span(second, 1, 0, workflow, 0, fetchMs + 40, ""),
        span(second, 2, 1, "fetch", 0, fetchMs, ""),
        span(second, 3, 1, "draft", fetchMs, fetchMs + 40, attribute("order", "o-" + second)));
  }

  /** A run with one call of a model that takes that many tokens in and out. */
  static String ofModel(String model, int tokens) {
    return ofModel(0, model, tokens, tokens);
  }

  /** The same of a run that starts at that second. */
  static String ofModel(int second, String model, int input, int output) {
    String usage =
        String.join(
            ",",
            attribute("gen_ai.provider.name", "acme"),
            attribute("gen_ai.response.model", model),
            attribute("gen_ai.usage.input_tokens", "" + input),
            attribute("gen_ai.usage.output_tokens", "" + output));
    return of(
        "mail", span(second, 1, 0, "answer", 0, 40, ""), span(second, 2, 1, "draft", 0, 40, usage));
  }

  /** A run with two look-ups that need nothing of each other, one after the other or not. */
  static String ofLookUps(int second, int orderMs, int customerMs, boolean sideBySide) {
    int from = sideBySide ? 0 : orderMs;
    int joined = Math.max(orderMs, from + customerMs);
    return of(
        "mail",
        span(second, 1, 0, "answer", 0, joined + 30, attribute("heddle.workflow.name", "answer")),
        span(second, 2, 1, "order", 0, orderMs, state("id", "order")),
        span(second, 3, 1, "customer", from, from + customerMs, state("id", "customer")),
        span(second, 4, 1, "draft", joined, joined + 30, state("order customer", "text")));
  }

  private static String state(String reads, String writes) {
    return names("heddle.node.reads", reads) + "," + names("heddle.node.writes", writes);
  }

  private static String names(String key, String names) {
    String values =
        Arrays.stream(names.split(" "))
            .map("{\"stringValue\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return "{\"key\":\"%s\",\"value\":{\"arrayValue\":{\"values\":[%s]}}}".formatted(key, values);
  }

  private static String of(String service, String... spans) {
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"%s"}}]},\
    "scopeSpans":[{"spans":[%s]}]}]}\
    """
        .formatted(service, String.join(",", spans));
  }

  private static String span(
      int trace, int id, int parent, String name, int fromMs, int toMs, String attributes) {
    return """
    {"traceId":"%032x","spanId":"%016x","parentSpanId":"%s","name":"%s","kind":1,\
    "startTimeUnixNano":"%d","endTimeUnixNano":"%d","attributes":[%s]}\
    """
        .formatted(
            trace + 1,
            id,
            parent == 0 ? "" : "%016x".formatted(parent),
            name,
            (EPOCH_S + trace) * 1_000_000_000L + fromMs * 1_000_000L,
            (EPOCH_S + trace) * 1_000_000_000L + toMs * 1_000_000L,
            attributes);
  }

  private static String attribute(String key, String value) {
    return "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(key, value);
  }
}
