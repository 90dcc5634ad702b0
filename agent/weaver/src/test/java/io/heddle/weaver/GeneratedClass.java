package io.heddle.weaver;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Class files that javac of today does not write. Each has one static method {@code run}. */
final class GeneratedClass {
  static final String NAME = "toy.Generated";

  /** Writes the body of {@code run}. */
  interface Body {
    void write(MethodVisitor code);
  }

  private GeneratedClass() {}

  /**
   * @param flags of {@link ClassWriter}: whether frames are written
   */
  static byte[] of(int version, int flags, String descriptor, Body body) {
    ClassWriter writer = new ClassWriter(flags);
    writer.visit(version, Opcodes.ACC_PUBLIC, "toy/Generated", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", descriptor, null, null);
    code.visitCode();
    body.write(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The same with another static method, which does nothing. */
  static byte[] withAnother(byte[] classFile, String name) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor more =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitEnd() {
            MethodVisitor code =
                visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "()V", null, null);
            code.visitCode();
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
            super.visitEnd();
          }
        };
    new ClassReader(classFile).accept(more, 0);
    return writer.toByteArray();
  }

  /** {@code static int run(Object flag) { return flag == null ? 1 : 2; }} */
  static void branch(MethodVisitor code) {
    Label present = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitJumpInsn(Opcodes.IFNONNULL, present);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(present);
    code.visitInsn(Opcodes.ICONST_2);
    code.visitInsn(Opcodes.IRETURN);
  }

  /** Counts variable 0 down to 0; its loop starts at the method's very first instruction. */
  static void loopToTheFirstInstruction(MethodVisitor code) {
    Label first = new Label();
    Label done = new Label();
    code.visitLabel(first);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, done);
    code.visitIincInsn(0, -1);
    code.visitJumpInsn(Opcodes.GOTO, first);
    code.visitLabel(done);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitInsn(Opcodes.IRETURN);
  }

  /** Returns its argument while another value still lies on the stack. */
  static void returnWithRestOnStack(MethodVisitor code) {
    code.visitInsn(Opcodes.LCONST_1);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.ARETURN);
  }

  /** Overwrites its only parameter with a long before it returns. */
  static void variableReused(MethodVisitor code) {
    code.visitInsn(Opcodes.LCONST_1);
    code.visitVarInsn(Opcodes.LSTORE, 0);
    code.visitVarInsn(Opcodes.LLOAD, 0);
    code.visitInsn(Opcodes.LRETURN);
  }

  /** Uses so many variables that instructions on them, and on ours, are wide ones. */
  static void manyVariables(MethodVisitor code) {
    Label end = new Label();
    code.visitInsn(Opcodes.LCONST_1);
    code.visitVarInsn(Opcodes.LSTORE, 300);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitJumpInsn(Opcodes.IFNULL, end);
    code.visitInsn(Opcodes.LCONST_0);
    code.visitVarInsn(Opcodes.LSTORE, 300);
    code.visitLabel(end);
    code.visitVarInsn(Opcodes.LLOAD, 300);
    code.visitInsn(Opcodes.LRETURN);
  }

  /** A subroutine, as compilers before Java 6 wrote finally blocks. */
  static void subroutine(MethodVisitor code) {
    Label subroutine = new Label();
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitInsn(Opcodes.ICONST_3);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(subroutine);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitVarInsn(Opcodes.RET, 1);
  }

  /** Fills most of the 64 KiB that a method may have, so that ours does not fit. */
  static void nearlyTooLarge(MethodVisitor code) {
    for (int i = 0; i < 65_520; i++) {
      code.visitInsn(Opcodes.NOP);
    }
    code.visitInsn(Opcodes.ICONST_5);
    code.visitInsn(Opcodes.IRETURN);
  }
}
