package io.heddle.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was read and what could not be read. Filled while reading; not thread-safe. */
public final class ReadReport {
  /** How many errors are kept word for word; the others are only counted. */
  public static final int KEPT_ERRORS = 10;

  private final List<String> errors = new ArrayList<>();
  private long spans;
  private long damaged;

  /** Spans that were read, duplicates included. */
  public long spans() {
    return spans;
  }

  /** Lines, messages or files that were skipped in whole or in part. */
  public long damaged() {
    return damaged;
  }

  /** The first errors; each names the file and the line or byte. */
  public List<String> errors() {
    return Collections.unmodifiableList(errors);
  }

  /** One line each for what could not be read, then how many more there were. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(errors);
    if (damaged > errors.size()) {
      problems.add((damaged - errors.size()) + " more could not be read");
    }
    return problems;
  }

  void addSpans(long count) {
    spans += count;
  }

  void addDamage(String error) {
    damaged++;
    if (errors.size() < KEPT_ERRORS) {
      errors.add(error);
    }
  }
}
