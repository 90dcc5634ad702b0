package io.heddle.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Saving;
import io.heddle.core.outcome.Applied;
import io.heddle.core.outcome.Confounder;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.Paid;
import io.heddle.core.outcome.Promise;
import io.heddle.core.outcome.Realised;
import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.Cost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file of outcomes. What can be computed from the rest is not read, and fields that
 * are not known are left aside.
 */
final class OutcomeLine {
  private OutcomeLine() {}

  /**
   * The outcome of a line.
   *
   * @throws IllegalArgumentException that names the field
   */
  static Outcome of(JsonNode line) {
    return new Outcome(
        promise(line), applied(line), realised(line.path("realised")), confounders(line));
  }

  private static Promise promise(JsonNode line) {
    String engine = optional(line, "engine");
    return new Promise(matter(line), engine == null ? "" : engine, saving(line.path("predicted")));
  }

  private static Matter matter(JsonNode line) {
    return new Matter(
        text(line, "recommendation"),
        text(line, "rule"),
        text(line, "service"),
        text(line, "workflow"),
        texts(line, "nodes"));
  }

  private static Saving saving(JsonNode predicted) {
    return new Saving(
        number(predicted, "predicted.meanMs"),
        number(predicted, "predicted.percent"),
        interval(predicted, "predicted.intervalMs"),
        predicted.hasNonNull("cost") ? money(predicted.get("cost")) : null);
  }

  private static Saving.Money money(JsonNode cost) {
    return new Saving.Money(
        new Cost(
            BigDecimal.valueOf(number(cost, "predicted.cost.amount")),
            text(cost, "predicted.cost.currency"),
            text(cost, "predicted.cost.date")),
        number(cost, "predicted.cost.percent"),
        interval(cost, "predicted.cost.interval"));
  }

  private static Applied applied(JsonNode line) {
    JsonNode runs = line.path("runs");
    return new Applied(
        optional(line, "baseVersion"),
        optional(line, "currentVersion"),
        nanoseconds(line),
        (int) number(runs, "runs.base"),
        (int) number(runs, "runs.current"));
  }

  private static long nanoseconds(JsonNode line) {
    String text = text(line, "sinceNs");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("sinceNs must be whole nanoseconds, is " + text, e);
    }
  }

  private static Realised realised(JsonNode realised) {
    return new Realised(
        number(realised, "realised.meanMs"),
        number(realised, "realised.shiftMs"),
        interval(realised, "realised.intervalMs"),
        field(realised, "realised.significant").asBoolean(),
        realised.hasNonNull("cost") ? paid(realised.get("cost")) : null);
  }

  private static Paid paid(JsonNode cost) {
    return new Paid(
        number(cost, "realised.cost.amount"),
        interval(cost, "realised.cost.interval"),
        field(cost, "realised.cost.significant").asBoolean());
  }

  private static List<Confounder> confounders(JsonNode line) {
    List<Confounder> all = new ArrayList<>();
    for (JsonNode each : line.path("confounders")) {
      all.add(new Confounder(kind(text(each, "kind")), text(each, "what")));
    }
    return all;
  }

  private static Confounder.Kind kind(String label) {
    return Arrays.stream(Confounder.Kind.values())
        .filter(it -> it.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown kind of confounder " + label));
  }

  private static Interval interval(JsonNode parent, String path) {
    JsonNode ends = field(parent, path);
    if (ends.size() != 2 || !ends.get(0).isNumber() || !ends.get(1).isNumber()) {
      throw new IllegalArgumentException(path + " must be two numbers, is " + ends);
    }
    return new Interval(ends.get(0).doubleValue(), ends.get(1).doubleValue());
  }

  private static double number(JsonNode parent, String path) {
    JsonNode value = field(parent, path);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(path + " must be a number, is " + value);
    }
    return value.doubleValue();
  }

  private static String text(JsonNode parent, String path) {
    JsonNode value = field(parent, path);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(path + " must be a text, is " + value);
    }
    return value.textValue();
  }

  private static List<String> texts(JsonNode parent, String path) {
    List<String> texts = new ArrayList<>();
    field(parent, path).forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private static @Nullable String optional(JsonNode parent, String path) {
    return parent.hasNonNull(path) ? text(parent, path) : null;
  }

  /** The last part of the path is the field's name. */
  private static JsonNode field(JsonNode parent, String path) {
    JsonNode value = parent.path(path.substring(path.lastIndexOf('.') + 1));
    if (value.isMissingNode()) {
      throw new IllegalArgumentException(path + " is missing");
    }
    return value;
  }
}
