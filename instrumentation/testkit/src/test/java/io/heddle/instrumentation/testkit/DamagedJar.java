package io.heddle.instrumentation.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes pieces out of a jar. */
final class DamagedJar {
  private static final String PACK = "inst/classes.pack";

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
      IntBuffer ints = ByteBuffer.wrap(pack).asIntBuffer();
      int hash = 1; // after the number of classes
      while (ints.get(hash) != internalName.hashCode()) {
        hash++;
      }
      int begin = hash + ints.get(0);
      ints.put(begin, ints.get(begin - 1));
      Files.write(entry, pack);
    }
  }
}
