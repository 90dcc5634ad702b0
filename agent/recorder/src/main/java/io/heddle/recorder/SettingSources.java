package io.heddle.recorder;

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

  static Map<String, String> ofProcess() {
    return merged(System.getenv(), System.getProperties());
  }

  static Map<String, String> merged(Map<String, String> environment, Properties properties) {
    Map<String, String> stronger = new HashMap<>();
    environment.forEach((name, value) -> take(stronger, propertyName(name), value));
    for (String name : properties.stringPropertyNames()) {
      take(stronger, name, properties.getProperty(name, ""));
    }
    Map<String, String> all = file(stronger.getOrDefault(Setting.CONFIG_FILE.key(), ""));
    all.putAll(stronger);
    return all;
  }

  private static Map<String, String> file(String path) {
    Map<String, String> found = new HashMap<>();
    if (path.isBlank()) {
      return found;
    }
    Properties content = new Properties();
    try (InputStream in = new FileInputStream(path)) {
      content.load(in);
    } catch (IOException | IllegalArgumentException e) {
      found.put(UNREADABLE, "cannot read " + path + ": " + e.getMessage());
    }
    for (String name : content.stringPropertyNames()) {
      take(found, name, content.getProperty(name, ""));
    }
    return found;
  }

  /** Empty counts as not set, as OpenTelemetry has it. */
  private static void take(Map<String, String> into, String name, String value) {
    boolean relevant = name.startsWith("heddle.") || name.startsWith("otel.");
    if (relevant && !value.isBlank()) {
      into.put(name, value.trim());
    }
  }

  private static String propertyName(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
