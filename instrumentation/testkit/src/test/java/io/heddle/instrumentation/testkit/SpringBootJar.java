package io.heddle.instrumentation.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.loader.launch.JarLauncher;

/** An application as Spring Boot packs it: its launcher, and classes in a jar inside the jar. */
final class SpringBootJar {
  static final String LAUNCHER = JarLauncher.class.getName();

  private static final String LOADER = "org/springframework/boot/loader/";

  private SpringBootJar() {}

  static Path in(Path directory, Class<?> main, Class<?>... inside) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, LAUNCHER);
    attributes.putValue("Start-Class", main.getName());
    attributes.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    attributes.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    Path jar = directory.resolve("spring-boot.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      addLoader(out);
      out.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
      add(out, "BOOT-INF/classes/", main);
      out.putNextEntry(new ZipEntry("BOOT-INF/lib/"));
      store(out, "BOOT-INF/lib/engine.jar", library(inside));
    }
    return jar;
  }

  private static void addLoader(ZipOutputStream out) throws IOException {
    try (JarFile loader = new JarFile(AgentJar.locationOf(JarLauncher.class).toFile())) {
      for (ZipEntry entry : loader.stream().toList()) {
        if (entry.getName().startsWith(LOADER)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          loader.getInputStream(entry).transferTo(out);
        }
      }
    }
  }

  private static byte[] library(Class<?>... classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Class<?> type : classes) {
        add(out, "", type);
      }
    }
    return bytes.toByteArray();
  }

  /** The loader reads jars inside only if they are not compressed. */
  private static void store(ZipOutputStream out, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    out.putNextEntry(entry);
    out.write(content);
  }

  private static void add(ZipOutputStream out, String folder, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    out.putNextEntry(new ZipEntry(folder + path));
    try (InputStream in = type.getResourceAsStream("/" + path)) {
      in.transferTo(out);
    }
  }
}
