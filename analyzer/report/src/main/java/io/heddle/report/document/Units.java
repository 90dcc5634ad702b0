package io.heddle.report.document;

import io.heddle.core.statistics.Cost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them: three significant digits and a unit. */
public final class Units {
  /** Stands for what nobody knows. */
  public static final String UNKNOWN = "–";

  private static final double MS_PER_SECOND = 1_000;
  private static final double MS_PER_MINUTE = 60_000;
  private static final double MS_PER_HOUR = 3_600_000;

  public static String ms(@Nullable Double ms) {
    return ms == null ? UNKNOWN : duration(ms);
  }

  /** Of a fraction. */
  public static String percent(double fraction) {
    return percentOf100(fraction * 100);
  }

  /** Of a percentage. */
  public static String percentOf100(double percent) {
    return String.format(Locale.ROOT, Math.abs(percent) < 9.95 ? "%.1f %%" : "%.0f %%", percent);
  }

  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  public static String count(@Nullable Long count) {
    return count == null ? UNKNOWN : count(count.longValue());
  }

  public static String bytes(@Nullable Double bytes) {
    if (bytes == null) {
      return UNKNOWN;
    }
    if (bytes < 1_000) {
      return digits(bytes) + " B";
    }
    return bytes < 1e6 ? digits(bytes / 1e3) + " kB" : digits(bytes / 1e6) + " MB";
  }

  public static String cost(@Nullable Cost cost) {
    if (cost == null) {
      return UNKNOWN;
    }
    return rounded(cost.amount()) + " " + cost.currency();
  }

  /** Of money, without its currency. */
  public static String amount(double amount) {
    return rounded(new BigDecimal(amount));
  }

  /** The same, where it is known. */
  public static String amount(@Nullable BigDecimal amount) {
    return amount == null ? UNKNOWN : rounded(amount);
  }

  private static String rounded(BigDecimal amount) {
    return amount.round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** A whole number as it is, everything else in three digits. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? count((long) value)
        : digits(value);
  }

  /** Two digits, however small. */
  public static String probability(double p) {
    return String.format(Locale.ROOT, "%.2g", p);
  }

  private static String duration(double ms) {
    double size = Math.abs(ms);
    if (size == 0) {
      return "0 ms";
    }
    if (size < 1) {
      return digits(ms * 1_000) + " µs";
    }
    if (size < MS_PER_SECOND) {
      return digits(ms) + " ms";
    }
    return size < MS_PER_MINUTE ? digits(ms / MS_PER_SECOND) + " s" : longer(ms, size);
  }

  private static String longer(double ms, double size) {
    return size < MS_PER_HOUR
        ? digits(ms / MS_PER_MINUTE) + " min"
        : digits(ms / MS_PER_HOUR) + " h";
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    if (size >= 99.95) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 9.995 ? "%.1f" : "%.2f", value);
  }

  private Units() {}
}
