package io.heddle.agent.loader;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hook's classes visible from every class loader: in {@code java.lang}, through a lookup
 * that this agent opens to itself; where a JVM refuses that, under its own name on the boot class
 * path.
 */
final class HookDefinition {
  /** The hook's name as compiled, and on the boot class path. */
  static final String COMPILED = "io/heddle/hook/HeddleHook";

  static final String IN_JAVA_LANG = "java/lang/HeddleHook";

  private static final String[] CLASSES = {
    COMPILED, COMPILED.concat("$Lane"), COMPILED.concat("$Site")
  };

  private final ClassFiles own;
  private final Instrumentation instrumentation;

  HookDefinition(ClassFiles own, Instrumentation instrumentation) {
    this.own = own;
    this.instrumentation = instrumentation;
  }

  /** Whether a hook class is there already, under either name. */
  static boolean isDefined() {
    return isOnBoot(IN_JAVA_LANG) || isOnBoot(COMPILED);
  }

  private static boolean isOnBoot(String name) {
    try {
      Class.forName(name.replace('/', '.'), false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * Defines the hook.
   *
   * @param place {@code boot} for the boot class path at once, anything else for the usual order
   * @return the internal name it got
   * @throws IOException if neither way works
   */
  String define(@Nullable String place) throws IOException {
    byte[][] classFiles = new byte[CLASSES.length][];
    for (int i = 0; i < CLASSES.length; i++) {
      classFiles[i] = own.classFile(CLASSES[i]);
      if (classFiles[i] == null) {
        throw new FileNotFoundException("the agent's jar has no ".concat(CLASSES[i]));
      }
    }
    if (!"boot".equals(place) && isDefinedInJavaLang(classFiles)) {
      return IN_JAVA_LANG;
    }
    appendToBoot(classFiles);
    return COMPILED;
  }

  private boolean isDefinedInJavaLang(byte[][] classFiles) {
    try {
      openJavaLang(HookDefinition.class.getModule());
      MethodHandles.Lookup javaLang =
          MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
      for (byte[] classFile : classFiles) {
        javaLang.defineClass(classFile); // packaged under that name
      }
      return true;
    } catch (IllegalAccessException | RuntimeException | LinkageError refused) {
      Notice.print("java.lang is closed to agents here, using the boot class path: " + refused);
      return false;
    }
  }

  /** Lets that module see what {@code java.lang} keeps for itself. */
  void openJavaLang(Module module) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(module)),
        Set.of(),
        Map.of());
  }

  private void appendToBoot(byte[][] classFiles) throws IOException {
    File file = File.createTempFile("heddle-hook", ".jar");
    file.deleteOnExit();
    try (ZipOutputStream jar = new ZipOutputStream(new FileOutputStream(file))) {
      for (int i = 0; i < classFiles.length; i++) {
        jar.putNextEntry(new ZipEntry(CLASSES[i].concat(".class")));
        jar.write(Linking.moved(classFiles[i], COMPILED));
      }
    }
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file, false));
  }
}
