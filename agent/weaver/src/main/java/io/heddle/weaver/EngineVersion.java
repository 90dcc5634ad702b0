package io.heddle.weaver;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Which engine a class came from, as its jar says it. */
final class EngineVersion {
  private EngineVersion() {}

  /**
   * The file's name, with the Implementation-Version of its manifest where it has one and the name
   * does not say it.
   *
   * @param origin location of a code source, or empty
   */
  static String of(String origin) {
    String file = origin.replaceFirst("[!/]+$", "").replaceFirst(".*[/\\\\]", "");
    String version = implementationVersion(origin);
    if (file.isEmpty()) {
      return "an unknown place";
    }
    return version.isEmpty() || file.contains(version) ? file : file + " " + version;
  }

  private static String implementationVersion(String origin) {
    if (!origin.startsWith("file:") || !origin.endsWith(".jar")) {
      return "";
    }
    try (JarFile jar = new JarFile(new File(URI.create(origin)), false)) {
      Manifest manifest = jar.getManifest();
      String version =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return version == null ? "" : version;
    } catch (IOException | IllegalArgumentException unreadable) {
      return "";
    }
  }
}
