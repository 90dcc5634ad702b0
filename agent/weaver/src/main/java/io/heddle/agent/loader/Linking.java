package io.heddle.agent.loader;

/**
 * Changes names that classes of the agent's loader were compiled with: that of the hook to where it
 * is defined, and that of the JDK's logging to one that never writes.
 */
public final class Linking {
  private static final String LOGGING = "java/util/logging/";
  private static final String SILENCE = "io/heddle/recorder/quiet/";
  private static final String OURS = "io/heddle/";

  /** These spell the hook's names as text. */
  private static final String START_UP = "io/heddle/agent/";

  private Linking() {}

  /**
   * A class as the packager stores it: for a hook in {@code java.lang}.
   *
   * @param path of its file, {@code org/example/Outer$Inner.class}
   */
  public static byte[] packaged(String path, byte[] classFile) {
    if (path.startsWith(START_UP)) {
      return classFile;
    }
    return path.startsWith(OURS)
        ? ConstantPool.renamed(classFile, HookDefinition.COMPILED, HookDefinition.IN_JAVA_LANG)
        : ConstantPool.renamed(classFile, LOGGING, SILENCE);
  }

  /** A packaged class where the hook has another name. */
  static byte[] moved(byte[] packaged, String hook) {
    return ConstantPool.renamed(packaged, HookDefinition.IN_JAVA_LANG, hook);
  }

  /** A class that no packager has seen. */
  static byte[] extension(byte[] classFile, String hook) {
    byte[] hooked = ConstantPool.renamed(classFile, HookDefinition.COMPILED, hook);
    return ConstantPool.renamed(hooked, LOGGING, SILENCE);
  }
}
