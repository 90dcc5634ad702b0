package io.heddle.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The premain class, and the loader of the start-up classes hidden in its jar: being both keeps it
 * the only class of ours on the application's class path.
 *
 * <p>Nothing here reaches java.util.logging, java.nio.file or JMX, whose providers the application
 * may still want to choose in its main method. Whatever goes wrong costs the recording, never the
 * application.
 */
public final class HeddleAgent extends ClassLoader {
  private static final String START = "io.heddle.agent.loader.Start";

  private final JarFile jar;

  private HeddleAgent(JarFile jar) {
    super("heddle-start", null);
    this.jar = jar;
  }

  /**
   * Called by the JVM before the application's main method.
   *
   * @param options what follows {@code heddle-agent.jar=}; not used, every setting is a property
   */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    try {
      if (options != null && !options.isEmpty()) {
        print("'=" + options + "' is not used; settings are system properties or variables");
      }
      start(instrumentation);
    } catch (Throwable failure) {
      print("not started, the application runs without it: " + failure);
    }
  }

  /** No method is invoked by reflection: that costs several milliseconds on newer JDKs. */
  @SuppressWarnings("unchecked") // Start is compiled beside this class
  private static void start(Instrumentation instrumentation) throws Exception {
    JarFile jar = new JarFile(ownFile(), false);
    Object start = new HeddleAgent(jar).loadClass(START).getConstructor().newInstance();
    ((BiConsumer<JarFile, Instrumentation>) start).accept(jar, instrumentation);
  }

  private static File ownFile() throws Exception {
    return new File(HeddleAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void print(String line) {
    System.err.println("[heddle] ".concat(line));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ZipEntry entry = jar.getEntry("inst/" + name.replace('.', '/') + ".classdata");
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] classFile = new byte[(int) entry.getSize()];
    try (InputStream in = jar.getInputStream(entry)) {
      return defineClass(name, classFile, 0, in.readNBytes(classFile, 0, classFile.length));
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
