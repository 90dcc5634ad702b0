package io.heddle.recorder.settings;

import io.heddle.recorder.settings.GivenSetting.Origin;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Gathers {@code heddle.*} and {@code otel.*} by property name. Runs before the application's main:
 * no {@code java.nio.file}, no logging.
 */
final class SettingSources {
  /** Under this name stands why the file could not be read. */
  static final String UNREADABLE = "file.unreadable";

  private SettingSources() {}

  static Map<String, GivenSetting> ofProcess() {
    return merged(System.getenv(), System.getProperties());
  }

  /** By name; each from its strongest source. */
  static Map<String, GivenSetting> merged(Map<String, String> environment, Properties properties) {
    Map<String, GivenSetting> stronger = new HashMap<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      take(stronger, propertyName(variable.getKey()), variable.getValue(), Origin.ENVIRONMENT);
    }
    takeAll(stronger, properties, Origin.PROPERTY);
    GivenSetting file = stronger.get(Setting.CONFIG_FILE.key());
    Map<String, GivenSetting> all = file == null ? new HashMap<>() : file(file.value());
    all.putAll(stronger);
    return all;
  }

  private static Map<String, GivenSetting> file(String path) {
    Map<String, GivenSetting> found = new HashMap<>();
    Properties content = new Properties();
    try (InputStream in = new FileInputStream(path)) {
      content.load(in);
      takeAll(found, content, Origin.FILE);
    } catch (IOException | IllegalArgumentException e) {
      String why = "cannot read " + path + ": " + e.getMessage();
      found.put(UNREADABLE, new GivenSetting(UNREADABLE, why, Origin.FILE));
    }
    return found;
  }

  private static void takeAll(
      Map<String, GivenSetting> into, Properties properties, Origin origin) {
    for (String name : properties.stringPropertyNames()) {
      take(into, name, properties.getProperty(name, ""), origin);
    }
  }

  /** Empty counts as not set, as OpenTelemetry has it. */
  private static void take(
      Map<String, GivenSetting> into, String name, String value, Origin origin) {
    boolean relevant = name.startsWith("heddle.") || name.startsWith("otel.");
    if (relevant && !value.isBlank()) {
      into.put(name, new GivenSetting(name, value.trim(), origin));
    }
  }

  private static String propertyName(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
