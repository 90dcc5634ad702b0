package io.heddle.core.advice;

import java.util.Locale;

/** What a recommendation improves. */
public enum Category {
  PERFORMANCE,
  COST,
  RELIABILITY,
  SCALABILITY,
  BEST_PRACTICES,
  PARALLELIZATION;

  /** The value as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
