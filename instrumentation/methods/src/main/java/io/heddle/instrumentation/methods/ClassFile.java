package io.heddle.instrumentation.methods;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The class file of a class that is loaded, as its loader hands it out. */
final class ClassFile {
  private ClassFile() {}

  /** Null where there is none, as for classes that were made at run time. */
  static byte @Nullable [] of(@Nullable ClassLoader loader, String internalName) {
    if (loader == null) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(internalName.concat(".class"))) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException | RuntimeException | LinkageError closed) {
      return null; // a loader of the application, which may refuse as it likes
    }
  }
}
