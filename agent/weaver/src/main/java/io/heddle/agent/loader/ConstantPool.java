package io.heddle.agent.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The constant pool of a class file (JVMS 4.4), as far as a rename needs it. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private ConstantPool() {}

  /**
   * The class file with every mention of the class {@code from} (references, descriptors,
   * signatures) replaced by {@code to}; itself when there is none.
   *
   * @param from internal name, ASCII
   * @param to internal name, ASCII
   */
  static byte[] renamed(byte[] classFile, String from, String to) {
    if (!new String(classFile, StandardCharsets.ISO_8859_1).contains(from)) {
      return classFile;
    }
    ByteArrayOutputStream renamed = new ByteArrayOutputStream(classFile.length);
    try {
      copy(
          new DataInputStream(new ByteArrayInputStream(classFile)),
          new DataOutputStream(renamed),
          from,
          to);
    } catch (IOException truncated) {
      throw new UncheckedIOException("not a class file", truncated);
    }
    return renamed.toByteArray();
  }

  private static void copy(DataInputStream in, DataOutputStream out, String from, String to)
      throws IOException {
    out.write(in.readNBytes(8));
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8) {
        out.writeUTF(in.readUTF().replace(from, to));
      } else {
        out.write(in.readNBytes(length(tag)));
      }
      if (tag == LONG || tag == DOUBLE) {
        index++; // JVMS 4.4.5: they take two entries
      }
    }
    in.transferTo(out);
  }

  /** Bytes of a constant after its tag. */
  private static int length(int tag) throws IOException {
    return switch (tag) {
      case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 2;
      case METHOD_HANDLE -> 3;
      case INTEGER,
          FLOAT,
          FIELD,
          METHOD,
          INTERFACE_METHOD,
          NAME_AND_TYPE,
          DYNAMIC,
          INVOKE_DYNAMIC ->
          4;
      case LONG, DOUBLE -> 8;
      default -> throw new IOException("unknown constant pool tag " + tag);
    };
  }
}
