package io.heddle.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The code that is put around a method's body, with variables of its own. It does not jump, and
 * leaves the stack as it found it but for what is said below.
 */
sealed interface Shape permits ProbeShape, LeafShape {
  /** Verification types of its variables, in order. */
  Object[] variables();

  /** Before the body. */
  void enter(MethodVisitor code);

  /** The first instruction of any exit: pushes one word and cannot throw. */
  void beginExit(MethodVisitor code);

  /** The rest of a normal exit: takes that word and pushes the method's result. */
  void leave(MethodVisitor code, Result result);

  /** The rest of an exit by a throwable: takes that word. */
  void fail(MethodVisitor code, Result thrown);

  /**
   * What leaves the method.
   *
   * @param type void for none
   * @param variable where it lies
   */
  record Result(Type type, int variable) {
    private static final Type THROWABLE = Type.getType(Throwable.class);

    static Result thrown(int variable) {
      return new Result(THROWABLE, variable);
    }

    boolean exists() {
      return type.getSort() != Type.VOID;
    }

    boolean isReference() {
      return isReference(type);
    }

    static boolean isReference(Type type) {
      return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    void store(MethodVisitor code) {
      if (exists()) {
        code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variable);
      }
    }

    void load(MethodVisitor code) {
      if (exists()) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
      }
    }
  }
}
