package io.heddle.instrumentation.testkit;

import io.heddle.instrumentation.testkit.toy.FatJarProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with a launcher at its root and everything else in a jar inside. */
final class FatJar {
  private FatJar() {}

  static Path in(Path directory, Class<?>... inside) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FatJarProgram.class.getName());
    Path jar = directory.resolve("fat.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      add(out, FatJarProgram.class);
      add(out, Class.forName(FatJarProgram.class.getName() + "$NestedLoader"));
      out.putNextEntry(new ZipEntry("BOOT-INF/lib/application.jar"));
      out.write(library(inside));
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
    return jar;
  }

  private static byte[] library(Class<?>... classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Class<?> type : classes) {
        add(out, type);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream out, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    out.putNextEntry(new ZipEntry(path));
    try (InputStream in = type.getResourceAsStream("/" + path)) {
      in.transferTo(out);
    }
  }
}
