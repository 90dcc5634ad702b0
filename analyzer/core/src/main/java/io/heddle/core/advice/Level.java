package io.heddle.core.advice;

import java.util.Locale;

/** Of effort or of risk. */
public enum Level {
  LOW,
  MEDIUM,
  HIGH;

  /** The value as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
