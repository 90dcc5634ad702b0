package io.heddle.agent.loader;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings that decide what is done before the application's main method. */
final class EarlySettings {
  private EarlySettings() {}

  /** Whether this JVM is to be recorded, as far as properties and variables tell. */
  static boolean isAgentWanted() {
    return !"false".equalsIgnoreCase(value("heddle.enabled"))
        && !"true".equalsIgnoreCase(value("otel.sdk.disabled"))
        && !isJdkTool(System.getProperty("jdk.module.main"));
  }

  /** JAVA_TOOL_OPTIONS reaches javac, keytool and jcmd too. */
  private static boolean isJdkTool(@Nullable String mainModule) {
    return mainModule != null && (mainModule.startsWith("jdk.") || mainModule.startsWith("java."));
  }

  /** Whether a setting may bring rules that the agent's jar does not know. */
  static boolean mayAddRules() {
    return value("heddle.extensions") != null || value("heddle.config.file") != null;
  }

  /** The rules for the application's own methods; null if there are none. */
  static @Nullable String methods() {
    return value("heddle.methods");
  }

  /** The settings file; null if there is none. */
  static @Nullable String file() {
    return value("heddle.config.file");
  }

  /** Where the status file is to be. */
  static String statusDir() {
    String directory = value("heddle.status.dir");
    return directory == null ? "~/.heddle/status" : directory;
  }

  /** Whether every verdict is to be told when the JVM ends. */
  static boolean isDebug() {
    return "debug".equalsIgnoreCase(value("heddle.log"));
  }

  /** Without the file; blank counts as not set. */
  private static @Nullable String value(String name) {
    String property = System.getProperty(name);
    String value =
        property != null
            ? property
            : System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    return value == null || value.isBlank() ? null : value.trim();
  }
}
