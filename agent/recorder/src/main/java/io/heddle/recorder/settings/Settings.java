package io.heddle.recorder.settings;

import io.heddle.recorder.self.Log;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a user can set: ours as {@link Setting} describes them, and OpenTelemetry's. System
 * property beats environment beats the file named by {@code heddle.config.file}. Immutable.
 *
 * @param enabled {@link Setting#ENABLED}, and {@code otel.sdk.disabled} is not true
 * @param evidence what is recorded beside times
 * @param ringSlots {@link Setting#RING_SLOTS}
 * @param ringsMax {@link Setting#RINGS_MAX}
 * @param log {@link Setting#LOG}
 * @param executors {@link Setting#EXECUTORS}
 * @param extensions {@link Setting#EXTENSIONS}
 * @param join {@link Setting#JOIN}
 * @param methods {@link Setting#METHODS}, not read yet
 * @param methodsMax {@link Setting#METHODS_MAX}
 * @param statusDir {@link Setting#STATUS_DIR}
 * @param sampling {@link Setting#SAMPLE_RATIO} and its neighbours
 * @param pause when recording gives way to the application
 * @param telemetry the {@code otel.*} settings by property name
 * @param problems what was wrong, each naming its setting; the default took its place
 */
public record Settings(
    boolean enabled,
    EvidenceSettings evidence,
    int ringSlots,
    int ringsMax,
    Log.Level log,
    boolean executors,
    List<String> extensions,
    boolean join,
    String methods,
    int methodsMax,
    String statusDir,
    Sampling sampling,
    PauseLimits pause,
    Map<String, String> telemetry,
    List<String> problems) {

  public Settings {
    extensions = List.copyOf(extensions);
    telemetry = Map.copyOf(telemetry);
    problems = List.copyOf(problems);
  }

  /** The settings of this process. */
  public static Settings load() {
    return ofGiven(SettingSources.ofProcess());
  }

  static Settings ofGiven(Map<String, GivenSetting> given) {
    Map<String, String> values = new HashMap<>();
    for (GivenSetting setting : given.values()) {
      values.put(setting.name(), setting.value());
    }
    return new SettingsReader(values, UnknownSettings.problems(given.values())).read();
  }

  /** What the user of this process has set, by name. */
  public static SortedMap<String, GivenSetting> given() {
    return new TreeMap<>(SettingSources.ofProcess());
  }

  /** Settings of that content, by property name; what is absent has its default. */
  public static Settings of(Map<String, String> values) {
    return new SettingsReader(values, List.of()).read();
  }

  static List<String> paths(String value) {
    List<String> paths = new ArrayList<>();
    for (String path : value.split(File.pathSeparator, -1)) {
      if (!path.isBlank()) {
        paths.add(path);
      }
    }
    return paths;
  }
}
