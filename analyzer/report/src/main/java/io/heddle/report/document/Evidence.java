package io.heddle.report.document;

import io.heddle.core.advice.Fact;
import io.heddle.core.advice.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The evidence of a finding as lines of text. */
public final class Evidence {
  /** One line a value: its name in words, a colon, and the value with its unit. */
  public static List<String> lines(Facts facts) {
    return facts.values().entrySet().stream().map(Evidence::line).toList();
  }

  private static String line(Map.Entry<String, Fact> entry) {
    return words(entry.getKey()) + ": " + value(entry.getKey(), entry.getValue());
  }

  private static String value(String name, Fact fact) {
    if (fact instanceof Fact.Count count) {
      return number(name, (double) count.value());
    }
    if (fact instanceof Fact.Measure measure) {
      return number(name, measure.value());
    }
    if (fact instanceof Fact.Truth truth) {
      return truth.value() ? "yes" : "no";
    }
    if (fact instanceof Fact.Texts texts) {
      return texts.value().isEmpty() ? "none" : String.join(", ", texts.value());
    }
    if (fact instanceof Fact.Rows rows) {
      return rows.value().stream().map(Evidence::row).collect(Collectors.joining("; "));
    }
    return fact instanceof Fact.Text text ? text.value() : "not known";
  }

  private static String row(Facts facts) {
    return facts.values().entrySet().stream()
        .map(it -> words(it.getKey()) + " " + value(it.getKey(), it.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(String name, double value) {
    if (name.endsWith("Ms")) {
      return Units.ms(value);
    }
    if (name.endsWith("Bytes")) {
      return Units.bytes(value);
    }
    if (name.endsWith("Percent")) {
      return Units.percentOf100(value);
    }
    if (name.equals("pValue")) {
      return Units.probability(value);
    }
    if (name.equals("cost")) {
      return Units.amount(value);
    }
    return isFraction(name) ? Units.percent(value) : Units.number(value);
  }

  private static boolean isFraction(String name) {
    return name.endsWith("Rate") || name.endsWith("Share") || name.equals("shareOfRun");
  }

  /** Camel case as words, without the unit that the value itself carries. */
  private static String words(String name) {
    return name.replaceFirst("(?<=[a-z])(Ms|Bytes|Percent)$", "")
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private Evidence() {}
}
