package io.heddle.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of comma-separated values (RFC 4180); unknown values are empty. */
final class CsvRow {
  private final List<String> cells = new ArrayList<>();

  void value(@Nullable Object value) {
    cells.add(value == null ? "" : value.toString());
  }

  /** Quoted where needed; a leading apostrophe keeps a spreadsheet from running a name. */
  void text(@Nullable String value) {
    String text = value == null ? "" : value;
    String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    cells.add(plain ? safe : '"' + safe.replace("\"", "\"\"") + '"');
  }

  /** The line with its end. */
  String line() {
    return cells.stream().collect(Collectors.joining(",", "", "\r\n"));
  }
}
