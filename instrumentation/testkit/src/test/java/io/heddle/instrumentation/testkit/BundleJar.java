package io.heddle.instrumentation.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** An OSGi bundle that imports nothing: its loader gives it {@code java.*} and its own classes. */
final class BundleJar {
  private BundleJar() {}

  static Path in(Path directory, Class<?> type) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "toy");
    Path jar = directory.resolve("bundle.jar");
    String path = type.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream in = type.getResourceAsStream("/" + path)) {
      out.putNextEntry(new ZipEntry(path));
      in.transferTo(out);
    }
    return jar;
  }
}
