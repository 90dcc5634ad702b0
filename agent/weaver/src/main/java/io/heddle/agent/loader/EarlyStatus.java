package io.heddle.agent.loader;

/** What is told of an agent that has not started, in the file that {@code heddle doctor} reads. */
final class EarlyStatus {
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
              + "}\n");
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
