package io.heddle.recorder.settings;

import java.util.Locale;

/**
 * A value that a user gave a setting.
 *
 * @param name the property's name, whatever it was given as
 */
public record GivenSetting(String name, String value, Origin origin) {
  /** Where values come from, weakest first. */
  public enum Origin {
    FILE,
    ENVIRONMENT,
    PROPERTY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String MASK = "***";

  /** The value as it may be shown: of headers and keys nothing. */
  public String shown() {
    return name.contains("headers")
            || name.contains("key")
            || name.contains("salt")
            || (isEndpoint() && (value.contains("@") || value.contains("?")))
        ? MASK
        : value;
  }

  /** Credentials may stand in a URL. */
  private boolean isEndpoint() {
    return name.endsWith("endpoint");
  }
}
