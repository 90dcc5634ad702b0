package io.heddle.agent.loader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Many class files in one piece, so that they are read at once: a jar's entries, each looked up and
 * inflated by code that is not compiled yet, cost the start twice as much as all the rest of
 * loading these classes.
 *
 * <p>Ints first: the number of classes, the hash of the name of each in rising order, where each
 * begins, and where the last ends. There lie, of each, the length of its name as a short, the name
 * and the class file. Immutable.
 */
public final class ClassPack {
  private final byte[] pack;
  private final int[] hashes;
  private final int[] bounds;

  /**
   * Reads a pack.
   *
   * @throws IOException if it is none, or damaged
   */
  ClassPack(byte[] pack) throws IOException {
    IntBuffer ints = ByteBuffer.wrap(pack).asIntBuffer();
    int count = ints.hasRemaining() ? ints.get() : 0;
    if (count <= 0 || count > (ints.remaining() - 1) / 2) {
      throw new IOException("the pack of classes is damaged");
    }
    this.pack = pack;
    this.hashes = new int[count];
    this.bounds = new int[count + 1];
    ints.get(hashes).get(bounds); // at once: one by one each goes through a dozen calls
  }

  /**
   * Packs class files; for the packager.
   *
   * @param files by their internal names, {@code org/example/Outer$Inner}
   */
  public static byte[] of(Map<String, byte[]> files) {
    List<String> names = new ArrayList<>(files.keySet());
    names.sort(Comparator.comparingInt(String::hashCode).thenComparing(name -> name));
    byte[] pack = new byte[size(files)];
    ByteBuffer ints = ByteBuffer.wrap(pack).putInt(names.size());
    names.forEach(name -> ints.putInt(name.hashCode()));
    ByteBuffer contents = ByteBuffer.wrap(pack).position(ints.position() + bytes(names.size() + 1));
    for (String name : names) {
      ints.putInt(contents.position());
      contents.putShort((short) utf8(name).length).put(utf8(name)).put(files.get(name));
    }
    ints.putInt(contents.position());
    return pack;
  }

  private static int size(Map<String, byte[]> files) {
    int size = bytes(2 + 2 * files.size());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      size += Short.BYTES + utf8(file.getKey()).length + file.getValue().length;
    }
    return size;
  }

  private static int bytes(int ints) {
    return Integer.BYTES * ints;
  }

  private static byte[] utf8(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The class file of that internal name, or null if it is not here.
   *
   * @throws IOException if the pack is damaged
   */
  byte @Nullable [] classFile(String name) throws IOException {
    int hash = name.hashCode();
    try {
      for (int line = firstOf(hash); line < hashes.length && hashes[line] == hash; line++) {
        int begin = bounds[line] + Short.BYTES;
        int content = begin + length(bounds[line]);
        if (new String(pack, begin, content - begin, StandardCharsets.UTF_8).equals(name)) {
          return Arrays.copyOfRange(pack, content, end(line));
        }
      }
      return null;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("the pack of classes is damaged at ".concat(name), e);
    }
  }

  /** The first line whose hash is not less. */
  private int firstOf(int hash) {
    int line = Arrays.binarySearch(hashes, hash);
    while (line > 0 && hashes[line - 1] == hash) {
      line--;
    }
    return line < 0 ? hashes.length : line;
  }

  private int length(int at) {
    return (pack[at] & 0xff) << Byte.SIZE | (pack[at + 1] & 0xff);
  }

  private int end(int line) {
    return Objects.checkIndex(bounds[line + 1] - 1, pack.length) + 1;
  }
}
