package io.heddle.agent.loader;

/** What is told of an agent that has not started, in the file that {@code heddle doctor} reads. */
final class EarlyStatus {
  private static final String SECRET = "heddle.evidence.salt";

  private EarlyStatus() {}

  /** No class has needed the agent yet. */
  static void asleep(String state, EarlySettings settings) {
    write(settings, state, "\"asleep\": true");
  }

  /** The user wants no agent in this JVM. */
  static void off(EarlySettings settings) {
    write(settings, "running", "\"off\": true");
  }

  /** It could not start. */
  static void failed(Throwable failure, EarlySettings settings) {
    write(settings, "running", "\"failure\": " + quoted(failure.toString()));
  }

  private static void write(EarlySettings settings, String state, String more) {
    StatusFile file = StatusFile.in(settings.statusDir());
    if (file != null) {
      file.write(
          "{\"state\": \""
              + state
              + "\", \"pid\": \""
              + StatusFile.pid()
              + "\", \"command\": "
              + quoted(EarlySettings.command())
              + ", "
              + more
              + ", \"settings\": ["
              + given(settings)
              + "]}\n");
    }
  }

  private static String given(EarlySettings settings) {
    StringBuilder all = new StringBuilder();
    append(all, settings, "otel.sdk.disabled");
    for (String name : EarlySettings.names()) {
      append(all, settings, name);
    }
    return all.toString();
  }

  private static void append(StringBuilder all, EarlySettings settings, String name) {
    String value = settings.value(name);
    if (value != null) {
      all.append(all.length() == 0 ? "{\"name\": \"" : ", {\"name\": \"")
          .append(name)
          .append("\", \"value\": ")
          .append(quoted(name.equals(SECRET) ? "***" : value))
          .append(", \"origin\": \"")
          .append(settings.origin(name))
          .append("\"}");
    }
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c < ' ' ? ' ' : c);
    }
    return out.append('"').toString();
  }
}
