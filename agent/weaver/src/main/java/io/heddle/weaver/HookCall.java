package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The calls that woven code makes. */
final class HookCall {
  static final int ARGUMENTS_SEEN = 4;

  /** Through the class constant: in the packaged agent the hook has another name. */
  private static final String HOOK = Type.getInternalName(HeddleHook.class);

  private static final String OBJECT = "Ljava/lang/Object;";

  private HookCall() {}

  static void enter(MethodVisitor code) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        HOOK,
        "enter",
        "(I" + OBJECT + OBJECT + OBJECT + OBJECT + OBJECT + ")" + OBJECT,
        false);
  }

  static void exit(MethodVisitor code) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        HOOK,
        "exit",
        "(I" + OBJECT + OBJECT + OBJECT + "Ljava/lang/Throwable;)" + OBJECT,
        false);
  }

  /** Pushes a constant in its shortest form, which cannot throw. */
  static void push(MethodVisitor code, int number) {
    if (number <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, number);
    } else if (number <= Short.MAX_VALUE) {
      code.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      code.visitLdcInsn(number);
    }
  }
}
