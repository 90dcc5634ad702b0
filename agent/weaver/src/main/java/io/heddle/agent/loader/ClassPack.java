package io.heddle.agent.loader;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many class files in one piece, so that they are read at once: a jar's entries, each looked up and
 * inflated by code that is not compiled yet, cost the start twice as much as all the rest of
 * loading these classes.
 *
 * <p>First their number, then for each, in order of the hashes: hash of its name, where it begins
 * and where it ends, as ints; there lie the name, after its length as a short, and the class file.
 * Immutable.
 */
public final class ClassPack {
  private static final int HEADER = Integer.BYTES;
  private static final int LINE = 3 * Integer.BYTES;

  private final ByteBuffer pack;
  private final int count;

  /**
   * Reads a pack.
   *
   * @throws IOException if it is none, or damaged
   */
  ClassPack(byte[] pack) throws IOException {
    this.pack = ByteBuffer.wrap(pack);
    this.count = pack.length < HEADER ? 0 : this.pack.getInt(0);
    if (count <= 0 || count > pack.length / LINE) {
      throw new IOException("the pack of classes is damaged");
    }
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
    ByteBuffer lines = ByteBuffer.wrap(pack).putInt(names.size());
    ByteBuffer contents = ByteBuffer.wrap(pack).position(HEADER + LINE * names.size());
    for (String name : names) {
      lines.putInt(name.hashCode()).putInt(contents.position());
      contents.putShort((short) utf8(name).length).put(utf8(name)).put(files.get(name));
      lines.putInt(contents.position());
    }
    return pack;
  }

  private static int size(Map<String, byte[]> files) {
    int size = HEADER;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      size += LINE + Short.BYTES + utf8(file.getKey()).length + file.getValue().length;
    }
    return size;
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
      for (int line = firstOf(hash); line < count && hash(line) == hash; line++) {
        byte[] found = contentIfNamed(name, line);
        if (found != null) {
          return found;
        }
      }
      return null;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("the pack of classes is damaged at ".concat(name), e);
    }
  }

  /** The first line whose hash is not less. */
  private int firstOf(int hash) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hash(middle) < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int hash(int line) {
    return pack.getInt(HEADER + LINE * line);
  }

  private byte @Nullable [] contentIfNamed(String name, int line) {
    int at = HEADER + LINE * line + Integer.BYTES;
    ByteBuffer file = pack.duplicate().limit(pack.getInt(at + Integer.BYTES));
    file.position(pack.getInt(at));
    byte[] found = taken(file, file.getShort());
    return new String(found, StandardCharsets.UTF_8).equals(name)
        ? taken(file, file.remaining())
        : null;
  }

  private static byte[] taken(ByteBuffer from, int length) {
    byte[] taken = new byte[length];
    from.get(taken);
    return taken;
  }
}
