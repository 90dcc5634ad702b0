package io.heddle.instrumentation.testkit.toy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/**
 * Launches the program in the jars inside its own jar, as fat jars do: nothing of the engine is on
 * the class path, and where its classes come from is no file.
 */
public final class FatJarProgram {
  private static final String LIBRARIES = "BOOT-INF/lib/";

  private FatJarProgram() {}

  public static void main(String[] arguments) throws Exception {
    URL self = FatJarProgram.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader = new NestedLoader(self);
    Thread.currentThread().setContextClassLoader(loader);
    Class.forName(arguments[0], true, loader)
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[0]);
  }

  private static final class NestedLoader extends ClassLoader {
    private final Map<String, byte[]> classFiles = new HashMap<>();
    private final ProtectionDomain domain;

    NestedLoader(URL fatJar) throws IOException {
      super(ClassLoader.getPlatformClassLoader());
      URL nested = URI.create("jar:" + fatJar + "!/" + LIBRARIES).toURL();
      domain = new ProtectionDomain(new CodeSource(nested, (Certificate[]) null), null);
      try (JarInputStream outer = new JarInputStream(fatJar.openStream())) {
        for (JarEntry e = outer.getNextJarEntry(); e != null; e = outer.getNextJarEntry()) {
          if (e.getName().startsWith(LIBRARIES)) {
            read(new JarInputStream(outer));
          }
        }
      }
    }

    private void read(JarInputStream library) throws IOException {
      for (JarEntry e = library.getNextJarEntry(); e != null; e = library.getNextJarEntry()) {
        classFiles.put(e.getName(), content(library));
      }
    }

    private static byte[] content(InputStream in) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      in.transferTo(out);
      return out.toByteArray();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] classFile = classFiles.get(name.replace('.', '/') + ".class");
      if (classFile == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, classFile, 0, classFile.length, domain);
    }
  }
}
