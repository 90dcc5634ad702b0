package io.heddle.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes jars of classes of this test. */
final class Jars {
  private Jars() {}

  /** A program as it is delivered. */
  static Path of(Path file, Class<?>... classes) throws IOException {
    return write(file, new Manifest(), classes);
  }

  /** An agent of one class. */
  static Path agent(Path file, Class<?> premain) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", premain.getName());
    return write(file, manifest, premain);
  }

  private static Path write(Path file, Manifest manifest, Class<?>... classes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Class<?> type : classes) {
        String path = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(path));
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
          in.transferTo(jar);
        }
      }
    }
    return file;
  }
}
