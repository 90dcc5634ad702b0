package io.heddle.instrumentation.methods;

/** Classes that are never woven for a user: the JDK's and the agent's own. */
final class Reserved {
  private static final String[] JDK = {"java/", "jdk/", "sun/", "com/sun/"};

  private static final String[] AGENT = {
    "io/heddle/agent/", "io/heddle/hook/", "io/heddle/recorder/", "io/heddle/weaver/"
  };

  private Reserved() {}

  static boolean isOfTheJdk(String internalName) {
    return startsWithAny(internalName, JDK);
  }

  static boolean isOfTheAgent(String internalName) {
    return startsWithAny(internalName, AGENT);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
