package io.heddle.core.advice;

import java.util.Locale;

/** How much it matters, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** By the share of the mean run that is lost, in percent. */
  static Severity of(double percent) {
    if (percent >= 50) {
      return CRITICAL;
    }
    if (percent >= 25) {
      return HIGH;
    }
    return percent >= 10 ? MEDIUM : LOW;
  }

  /** The value as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
