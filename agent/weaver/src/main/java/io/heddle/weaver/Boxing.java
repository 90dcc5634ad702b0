package io.heddle.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Makes objects of primitive values. */
final class Boxing {
  private Boxing() {}

  /** Puts an object in the place of the primitive value on the stack. */
  static void box(MethodVisitor code, Type primitive) {
    String owner = owner(primitive.getSort());
    String descriptor = "(" + primitive.getDescriptor() + ")L" + owner + ";";
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "valueOf", descriptor, false);
  }

  private static String owner(int sort) {
    return "java/lang/"
        + switch (sort) {
          case Type.BOOLEAN -> "Boolean";
          case Type.CHAR -> "Character";
          case Type.BYTE -> "Byte";
          case Type.SHORT -> "Short";
          case Type.INT -> "Integer";
          case Type.FLOAT -> "Float";
          case Type.LONG -> "Long";
          case Type.DOUBLE -> "Double";
          default -> throw new IllegalArgumentException("no primitive type: sort " + sort);
        };
  }
}
