package io.heddle.recorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Turns text into {@link Settings}; a value that makes no sense becomes a problem. */
final class SettingsReader {
  private static final int MAX_SLOTS = 1 << 20;
  private static final int SHORTEST_SALT = 16;
  private static final String TELEMETRY = "otel.";

  private final Map<String, String> values;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  Settings read() {
    boolean enabled = flag(Setting.ENABLED) && !isTrue(values.get("otel.sdk.disabled"));
    EvidenceSettings evidence = evidence();
    int slots =
        number(Setting.RING_SLOTS, n -> n >= 64 && n <= MAX_SLOTS && Integer.bitCount(n) == 1);
    int rings = number(Setting.RINGS_MAX, n -> n >= 0 && n <= 1024);
    Log.Level level = parsed(Setting.LOG, SettingsReader::level);
    List<String> extensions = parsed(Setting.EXTENSIONS, Settings::paths);
    boolean join = flag(Setting.JOIN);
    String methods = parsed(Setting.METHODS, text -> text);
    int methodsMax = number(Setting.METHODS_MAX, n -> n >= 1 && n <= 100_000);
    String statusDir = parsed(Setting.STATUS_DIR, text -> text);
    PauseLimits pause = new PauseLimits(percent(Setting.PAUSE_HEAP), percent(Setting.PAUSE_CPU));
    unreadableFile();
    return new Settings(
        enabled,
        evidence,
        slots,
        rings,
        level,
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

  private EvidenceSettings evidence() {
    return new EvidenceSettings(
        flag(Setting.EVIDENCE),
        flag(Setting.EVIDENCE_CPU),
        flag(Setting.EVIDENCE_MEMORY),
        parsed(Setting.EVIDENCE_SALT, SettingsReader::salt));
  }

  private static String salt(String text) {
    if (!text.isEmpty() && text.length() < SHORTEST_SALT) {
      throw new IllegalArgumentException("too easy to guess");
    }
    return text;
  }

  private Sampling sampling() {
    double ratio =
        parsed(
            Setting.SAMPLE_RATIO,
            text -> text.isEmpty() ? standardRatio() : SamplingReader.ratio(text));
    int buffer = number(Setting.SAMPLE_BUFFER, n -> n >= 0 && n <= 1024);
    boolean off = ratio == 0 && !values.containsKey(Setting.SAMPLE_RATIO.key());
    return parsed(
        Setting.SAMPLE_RAISE, text -> SamplingReader.sampling(ratio, off ? "off" : text, buffer));
  }

  private double standardRatio() {
    try {
      return SamplingReader.ratio(telemetry());
    } catch (IllegalArgumentException e) {
      problems.add(
          "otel.traces.sampler is not valid (%s); all runs are sent".formatted(e.getMessage()));
      return 1;
    }
  }

  private boolean flag(Setting setting) {
    return parsed(
        setting,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "on" -> true;
              case "false", "off" -> false;
              default -> throw new IllegalArgumentException("neither on nor off");
            });
  }

  private int percent(Setting setting) {
    return number(setting, n -> n >= 1 && n <= PauseLimits.NEVER);
  }

  private int number(Setting setting, IntPredicate allowed) {
    return parsed(
        setting,
        text -> {
          int number = Integer.parseInt(text);
          if (!allowed.test(number)) {
            throw new IllegalArgumentException("out of range");
          }
          return number;
        });
  }

  private <T> T parsed(Setting setting, Function<String, T> parser) {
    String text = values.getOrDefault(setting.key(), setting.defaultValue()).trim();
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      problems.add(
          "%s=%s is not valid (%s); using %s"
              .formatted(
                  setting.key(),
                  new GivenSetting(setting.key(), text, GivenSetting.Origin.FILE).shown(),
                  setting.meaning(),
                  setting.defaultValue().isEmpty() ? "none" : setting.defaultValue()));
      return parser.apply(setting.defaultValue());
    }
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
    values.forEach((key, value) -> {
      if (key.startsWith(TELEMETRY)) {
        telemetry.put(key, value);
      }
    });
    return telemetry;
  }

  private static boolean isTrue(@Nullable String text) {
    return "true".equalsIgnoreCase(text);
  }
}
