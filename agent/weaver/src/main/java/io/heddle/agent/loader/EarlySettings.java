package io.heddle.agent.loader;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings that decide what is done before the application's main method: system property >
 * environment > the file named by {@code heddle.config.file}.
 */
final class EarlySettings {
  private static final String FILE = "heddle.config.file";

  /** Null if one is named that cannot be read. */
  private final @Nullable Properties inFile;

  private EarlySettings(@Nullable Properties inFile) {
    this.inFile = inFile;
  }

  /** Those of this process. */
  static EarlySettings ofProcess() {
    String path = ofProcess(FILE);
    return new EarlySettings(path == null ? new Properties() : read(path));
  }

  private static @Nullable Properties read(String path) {
    Properties content = new Properties();
    try (InputStream in = new FileInputStream(path)) {
      content.load(in);
      return content;
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** Whether this JVM is to be recorded; what a file switches off, it may switch on again. */
  static boolean isAgentWanted() {
    return !"false".equalsIgnoreCase(ofProcess("heddle.enabled"))
        && !"true".equalsIgnoreCase(ofProcess("otel.sdk.disabled"));
  }

  /** JAVA_TOOL_OPTIONS reaches javac, keytool and jcmd too. */
  static boolean isJdkTool() {
    String mainModule = System.getProperty("jdk.module.main");
    return mainModule != null && (mainModule.startsWith("jdk.") || mainModule.startsWith("java."));
  }

  /** Whether there may be rules that neither the agent's jar nor {@link #methods} knows. */
  boolean mayAddRules() {
    return inFile == null || value("heddle.extensions") != null;
  }

  /** The rules for the application's own methods; null if there are none. */
  @Nullable String methods() {
    return value("heddle.methods");
  }

  /** The settings file; null if there is none. */
  @Nullable String file() {
    return ofProcess(FILE);
  }

  /** Where the status file is to be. */
  String statusDir() {
    String directory = value("heddle.status.dir");
    return directory == null ? "~/.heddle/status" : directory;
  }

  /** The main class or jar; arguments may be secret. */
  static String command() {
    String command = System.getProperty("sun.java.command", "");
    int end = command.indexOf(' ');
    return end < 0 ? command : command.substring(0, end);
  }

  /** Whether every verdict is to be told when the JVM ends. */
  boolean isDebug() {
    return "debug".equalsIgnoreCase(value("heddle.log"));
  }

  private @Nullable String value(String name) {
    String stronger = ofProcess(name);
    return stronger != null || inFile == null ? stronger : present(inFile.getProperty(name));
  }

  private static @Nullable String ofProcess(String name) {
    String property = present(System.getProperty(name));
    return property != null
        ? property
        : present(System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_')));
  }

  /** Blank counts as not set. */
  private static @Nullable String present(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.trim();
  }
}
