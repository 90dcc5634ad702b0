package io.heddle.benchmarks.rivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of a Markdown table. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... titles) {
    row((Object[]) titles);
    lines.add("|---".repeat(titles.length) + "|");
  }

  /** Numbers are rounded to two digits behind the point, whole ones grouped by thousands. */
  void row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(text(cell)).append(" |");
    }
    lines.add(line.toString());
  }

  private static String text(Object cell) {
    if (cell instanceof Double number) {
      return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.2f" : "%,.0f", number);
    }
    return cell instanceof Long number
        ? String.format(Locale.ROOT, "%,d", number)
        : cell.toString();
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
