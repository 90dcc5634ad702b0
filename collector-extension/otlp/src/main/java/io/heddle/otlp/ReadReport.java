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
  private long sampled;
  private long damaged;

  /** Spans that were read, duplicates included. */
  public long spans() {
    return spans;
  }

  /** Those among them whose trace state says that traces like theirs were left out by sampling. */
  public long sampled() {
    return sampled;
  }

  /** Lines, messages or files that were skipped in whole or in part. */
  public long damaged() {
    return damaged;
  }

  /** The first errors; each names the file and the line or byte. */
  public List<String> errors() {
    return Collections.unmodifiableList(errors);
  }

  /** One line each for what could not be read, how many more there were, and what was not sent. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(errors);
    if (damaged > errors.size()) {
      problems.add((damaged - errors.size()) + " more could not be read");
    }
    if (sampled > 0) {
      problems.add(
          sampled
              + " spans come from sampled traces (ot=th); counts are of what was sent, not of what"
              + " ran");
    }
    return problems;
  }

  /** Counts the spans of a table from one on. */
  void addSpans(Spans table, int from) {
    spans += table.size() - from;
    for (int span = from; span < table.size(); span++) {
      sampled += table.isSampled(span) ? 1 : 0;
    }
  }

  void addDamage(String error) {
    damaged++;
    if (errors.size() < KEPT_ERRORS) {
      errors.add(error);
    }
  }
}
