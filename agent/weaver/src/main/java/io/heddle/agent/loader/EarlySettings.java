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
  private static final String OURS = "heddle.";
  private static final String FILE = "heddle.config.file";

  /** What describes them would cost too much to load. */
  private static final String NAMES =
      "heddle.enabled heddle.config.file heddle.evidence heddle.evidence.equality"
          + " heddle.evidence.predecessors heddle.evidence.cpu heddle.evidence.memory"
          + " heddle.evidence.salt heddle.executors heddle.extensions heddle.join heddle.methods"
          + " heddle.methods.max heddle.log heddle.status.dir heddle.sample.ratio heddle.sample.raise"
          + " heddle.sample.buffer heddle.pause.heap heddle.pause.cpu heddle.ring.slots"
          + " heddle.rings.max";

  /** The start-up classes' own, and those that our command line gives itself. */
  private static final String OTHERS =
      " heddle.hook heddle.home heddle.stdout.terminal heddle.stderr.terminal ";

  /** Null if one is named that cannot be read. */
  private final @Nullable Properties inFile;

  private EarlySettings(@Nullable Properties inFile) {
    this.inFile = inFile;
  }

  /** The names of all settings of ours. */
  static String[] names() {
    return NAMES.split(" ", -1);
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
    String enabled = ofProcess("heddle.enabled");
    return !"false".equalsIgnoreCase(enabled)
        && !"off".equalsIgnoreCase(enabled)
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

  /** Whether a name is misspelt, which the engine tells. In the environment nothing is. */
  boolean isMisspelt() {
    return isAnyMisspelt(System.getProperties()) || (inFile != null && isAnyMisspelt(inFile));
  }

  private static boolean isAnyMisspelt(Properties given) {
    String known = " ".concat(NAMES).concat(OTHERS);
    for (String name : given.stringPropertyNames()) {
      if (name.startsWith(OURS) && !known.contains(" ".concat(name).concat(" "))) {
        return true;
      }
    }
    return false;
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

  /** Whether the user wants no line of ours. */
  boolean isQuiet() {
    return "off".equalsIgnoreCase(value("heddle.log"));
  }

  /** Which source the {@link #value} of a setting comes from, as the status tells it. */
  String origin(String name) {
    if (present(System.getProperty(name)) != null) {
      return "property";
    }
    return ofProcess(name) != null ? "environment" : "file";
  }

  /** The value that counts; null if there is none. */
  @Nullable String value(String name) {
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
