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
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

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

  private static int length(int tag) throws IOException {
    switch (tag) {
      case LONG:
      case DOUBLE:
        return 8;
      case 7: // Class
      case 8: // String
      case 16: // MethodType
      case 19: // Module
      case 20: // Package
        return 2;
      case 15: // MethodHandle
        return 3;
      case 3: // Integer
      case 4: // Float
      case 9: // Fieldref
      case 10: // Methodref
      case 11: // InterfaceMethodref
      case 12: // NameAndType
      case 17: // Dynamic
      case 18: // InvokeDynamic
        return 4;
      default:
        throw new IOException("unknown constant pool tag " + tag);
    }
  }
}
