package io.heddle.instrumentation.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes pieces out of a jar. */
final class DamagedJar {
  private static final String PACK = "inst/classes.pack";
  private static final int HEADER = 4;
  private static final int LINE = 12;

  private DamagedJar() {}

  static void remove(Path jar, String entry) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Files.delete(files.getPath(entry));
    }
  }

  /** Takes a class out of the pack: what its hash leads to is the class before it. */
  static void removePacked(Path jar, String internalName) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("noCompression", true))) {
      Path entry = files.getPath(PACK);
      byte[] pack = Files.readAllBytes(entry);
      int line = HEADER;
      while (ByteBuffer.wrap(pack).getInt(line) != internalName.hashCode()) {
        line += LINE;
      }
      System.arraycopy(pack, line - LINE + Integer.BYTES, pack, line + Integer.BYTES, 8);
      Files.write(entry, pack);
    }
  }
}
