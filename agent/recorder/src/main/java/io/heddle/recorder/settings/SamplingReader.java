package io.heddle.recorder.settings;

import java.util.Locale;
import java.util.Map;

/** Reads {@link Sampling} from our settings and the standard {@code OTEL_TRACES_SAMPLER}. */
final class SamplingReader {
  private static final String SAMPLER = "otel.traces.sampler";
  private static final String ARGUMENT = "otel.traces.sampler.arg";
  private static final String PARENT_BASED = "parentbased_";
  private static final long MIB = 1 << 20;

  private SamplingReader() {}

  /** The part of all runs that is sent. */
  static double ratio(String text) {
    double ratio = Double.parseDouble(text);
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("not from 0 to 1");
    }
    return ratio;
  }

  /**
   * The part that the standard settings name.
   *
   * @throws IllegalArgumentException when they name what there is not; its message says what
   */
  static double ratio(Map<String, String> telemetry) {
    String given = telemetry.getOrDefault(SAMPLER, "always_on").trim().toLowerCase(Locale.ROOT);
    String sampler =
        given.startsWith(PARENT_BASED) ? given.substring(PARENT_BASED.length()) : given;
    return switch (sampler) {
      case "always_on" -> 1;
      case "always_off" -> 0;
      case "traceidratio" -> ratio(telemetry.getOrDefault(ARGUMENT, "1"));
      default -> throw new IllegalArgumentException("there is no sampler " + given);
    };
  }

  static Sampling sampling(double ratio, String raise, int bufferMiB) {
    return switch (raise.toLowerCase(Locale.ROOT)) {
      case "failed,slow", "slow,failed" -> sampling(ratio, true, true, bufferMiB);
      case "failed" -> sampling(ratio, true, false, bufferMiB);
      case "slow" -> sampling(ratio, false, true, bufferMiB);
      case "off" -> sampling(ratio, false, false, bufferMiB);
      default -> throw new IllegalArgumentException("neither failed, slow nor off");
    };
  }

  private static Sampling sampling(double ratio, boolean failed, boolean slow, int bufferMiB) {
    return new Sampling(Sampling.threshold(ratio), failed, slow, bufferMiB * MIB);
  }
}
