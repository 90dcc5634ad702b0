package io.heddle.instrumentation.testkit.toy;

/** Prints which of the classes it is given an application can see, from anywhere. */
public final class LookProgram {
  private LookProgram() {}

  public static void main(String[] names) {
    for (String name : names) {
      if (sees(name, LookProgram.class.getClassLoader())
          || sees(name, Thread.currentThread().getContextClassLoader())
          || sees(name, ClassLoader.getPlatformClassLoader())) {
        System.out.println(name);
      }
    }
  }

  private static boolean sees(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError invisible) {
      return false;
    }
  }
}
