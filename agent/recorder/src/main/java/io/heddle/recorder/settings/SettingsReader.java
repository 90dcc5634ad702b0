package io.heddle.recorder.settings;

import io.heddle.recorder.self.Log;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns text into {@link Settings}; a value that makes no sense becomes a problem. */
final class SettingsReader {
  private static final int MIN_SLOTS = 64;
  private static final int MAX_SLOTS = 1 << 20;
  private static final int SHORTEST_SALT = 16;
  private static final String TELEMETRY = "otel.";

  private final Map<String, String> values;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param known what is wrong already
   */
  SettingsReader(Map<String, String> values, List<String> known) {
    this.values = values;
    problems.addAll(known);
  }

  Settings read() {
    boolean enabled = flag(Setting.ENABLED) && !isTrue(values.get("otel.sdk.disabled"));
    EvidenceSettings evidence = evidence();
    int slots = slots();
    int rings = number(Setting.RINGS_MAX, 0, 1024);
    Log.Level level = level();
    boolean executors = flag(Setting.EXECUTORS);
    List<String> extensions = Settings.paths(text(Setting.EXTENSIONS));
    boolean join = flag(Setting.JOIN);
    String methods = text(Setting.METHODS);
    int methodsMax = number(Setting.METHODS_MAX, 1, 100_000);
    String statusDir = text(Setting.STATUS_DIR);
    PauseLimits pause = new PauseLimits(percent(Setting.PAUSE_HEAP), percent(Setting.PAUSE_CPU));
    unreadableFile();
    problems.addAll(StandardSettings.problems(telemetry()));
    return new Settings(
        enabled,
        evidence,
        slots,
        rings,
        level,
        executors,
        extensions,
        join,
        methods,
        methodsMax,
        statusDir,
        sampling(),
        pause,
        telemetry(),
        problems);
  }

  private String text(Setting setting) {
    return values.getOrDefault(setting.key(), setting.defaultValue()).trim();
  }

  private EvidenceSettings evidence() {
    return new EvidenceSettings(
        flag(Setting.EVIDENCE),
        flag(Setting.EVIDENCE_EQUALITY),
        flag(Setting.EVIDENCE_PREDECESSORS),
        flag(Setting.EVIDENCE_CPU),
        flag(Setting.EVIDENCE_MEMORY),
        salt());
  }

  private String salt() {
    String salt = text(Setting.EVIDENCE_SALT);
    if (salt.isEmpty() || salt.length() >= SHORTEST_SALT) {
      return salt;
    }
    wrong(Setting.EVIDENCE_SALT);
    return Setting.EVIDENCE_SALT.defaultValue();
  }

  private Sampling sampling() {
    double ratio = ratio();
    int buffer = number(Setting.SAMPLE_BUFFER, 0, 1024);
    boolean off = ratio == 0 && !values.containsKey(Setting.SAMPLE_RATIO.key());
    try {
      return SamplingReader.sampling(ratio, off ? "off" : text(Setting.SAMPLE_RAISE), buffer);
    } catch (IllegalArgumentException e) {
      wrong(Setting.SAMPLE_RAISE);
      String raise = off ? "off" : Setting.SAMPLE_RAISE.defaultValue();
      return SamplingReader.sampling(ratio, raise, buffer);
    }
  }

  private double ratio() {
    String text = text(Setting.SAMPLE_RATIO);
    try {
      return text.isEmpty() ? standardRatio() : SamplingReader.ratio(text);
    } catch (IllegalArgumentException e) {
      wrong(Setting.SAMPLE_RATIO);
      return standardRatio();
    }
  }

  private double standardRatio() {
    try {
      return SamplingReader.ratio(telemetry());
    } catch (IllegalArgumentException e) {
      problems.add("otel.traces.sampler is not valid (" + e.getMessage() + "); all runs are sent");
      return 1;
    }
  }

  private boolean flag(Setting setting) {
    String text = text(setting).toLowerCase(Locale.ROOT);
    if (text.equals("false") || text.equals("off")) {
      return false;
    }
    if (text.equals("true") || text.equals("on")) {
      return true;
    }
    wrong(setting);
    return isTrue(setting.defaultValue());
  }

  private int percent(Setting setting) {
    return number(setting, 1, PauseLimits.NEVER);
  }

  private int slots() {
    int slots = number(Setting.RING_SLOTS, MIN_SLOTS, MAX_SLOTS);
    if (Integer.bitCount(slots) == 1) {
      return slots;
    }
    wrong(Setting.RING_SLOTS);
    return Integer.parseInt(Setting.RING_SLOTS.defaultValue());
  }

  private int number(Setting setting, int least, int most) {
    try {
      int number = Integer.parseInt(text(setting));
      if (number >= least && number <= most) {
        return number;
      }
      wrong(setting);
    } catch (NumberFormatException e) {
      wrong(setting);
    }
    return Integer.parseInt(setting.defaultValue());
  }

  private Log.Level level() {
    String text = text(Setting.LOG);
    try {
      return level(text);
    } catch (IllegalArgumentException e) {
      wrong(Setting.LOG);
      return level(Setting.LOG.defaultValue());
    }
  }

  /** The default takes the value's place. */
  private void wrong(Setting setting) {
    String shown = new GivenSetting(setting.key(), text(setting), GivenSetting.Origin.FILE).shown();
    String used = setting.defaultValue().isEmpty() ? "none" : setting.defaultValue();
    problems.add(
        "%s=%s is not valid (%s); using %s"
            .formatted(setting.key(), shown, setting.meaning(), used));
  }

  private static Log.Level level(String text) {
    return Log.Level.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private void unreadableFile() {
    String reason = values.get(SettingSources.UNREADABLE);
    if (reason != null) {
      problems.add("%s: %s".formatted(Setting.CONFIG_FILE.key(), reason));
    }
  }

  private Map<String, String> telemetry() {
    Map<String, String> telemetry = new HashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (value.getKey().startsWith(TELEMETRY)) {
        telemetry.put(value.getKey(), value.getValue());
      }
    }
    return telemetry;
  }

  private static boolean isTrue(@Nullable String text) {
    return "true".equalsIgnoreCase(text);
  }
}
