package io.heddle.packager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an agent jar: the premain class at its root, everything else below {@code inst/} under a
 * name no class loader looks for. Same input, same bytes.
 *
 * @param jar the file to write
 * @param version goes into the manifest
 * @param time the time every entry gets
 */
record Packager(Path jar, String version, Instant time) {
  /**
   * Runs from the build.
   *
   * @param arguments jar, version, time (ISO 8601), licence file, class path
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    new Packager(Path.of(arguments[0]), arguments[1], Instant.parse(arguments[2]))
        .write(Path.of(arguments[3]), ClassPath.parse(arguments[4]));
  }

  void write(Path licence, ClassPath classPath) throws IOException, ReflectiveOperationException {
    Entries entries = new Entries();
    try (Linker linker = Linker.of(classPath)) {
      classPath.visit((path, content, library) ->
          Placement.of(path, library)
              .ifPresent(name -> entries.add(name, stored(linker, path, content), library)));
    }
    entries.add("META-INF/LICENSE", Files.readAllBytes(licence), "heddle");
    String libraries = String.join("\n", classPath.libraries()) + "\n";
    entries.add("META-INF/licenses/LIBRARIES", utf8(libraries), "heddle");
    WovenClasses.of(classPath).ifPresent(list -> entries.add(WovenClasses.ENTRY, list, "heddle"));
    write(Packing.packed(entries.sorted(), classPath));
  }

  private static byte[] stored(Linker linker, String path, byte[] content) {
    byte[] linked = linker.linked(path, content);
    return Slim.of(path, MethodsApart.of(path, linked)); // which looks at annotations
  }

  private void write(SortedMap<String, byte[]> entries) throws IOException {
    Files.createDirectories(jar.toAbsolutePath().getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      put(zip, "META-INF/MANIFEST.MF", manifest());
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  private void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    if (name.equals(Packing.ENTRY)) {
      store(entry, content);
    }
    zip.putNextEntry(entry);
    zip.write(content);
  }

  /** As it is: to inflate it would cost each start several milliseconds. */
  private static void store(ZipEntry entry, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
  }

  private byte[] manifest() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, "Heddle agent");
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    attributes.putValue("Premain-Class", "io.heddle.agent.HeddleAgent");
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue("Can-Retransform-Classes", "true");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
