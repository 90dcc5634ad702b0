package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The calls that woven code makes. */
final class HookCall {
  static final int ARGUMENTS_SEEN = 4;

  /** Internal name of a lane; through the class constant, as that of the hook. */
  static final String LANE = Type.getInternalName(HeddleHook.Lane.class);

  /** Through the class constant: in the packaged agent the hook has another name. */
  private static final String HOOK = Type.getInternalName(HeddleHook.class);

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String THROWABLE = "Ljava/lang/Throwable;";
  private static final String A_LANE = "L" + LANE + ";";
  private static final String A_SITE = Type.getDescriptor(HeddleHook.Site.class);

  private static final Handle SITE_CONSTANT =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          HOOK,
          "site",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;" + OBJECT + ")" + OBJECT,
          false);

  private HookCall() {}

  /** Pushes the site of that number as a constant, where the class file may have such. */
  static void site(MethodVisitor code, int number, boolean asConstant) {
    if (asConstant) {
      code.visitLdcInsn(new ConstantDynamic(String.valueOf(number), A_SITE, SITE_CONSTANT));
    } else {
      push(code, number);
      call(code, "site", "(I)" + A_SITE);
    }
  }

  static void enter(MethodVisitor code) {
    call(code, "enter", "(" + OBJECT + OBJECT + OBJECT + OBJECT + OBJECT + A_SITE + ")" + OBJECT);
  }

  static void exit(MethodVisitor code) {
    call(code, "exit", "(" + OBJECT + OBJECT + OBJECT + THROWABLE + A_SITE + ")" + OBJECT);
  }

  static void lane(MethodVisitor code) {
    call(code, "lane", "(I)" + A_LANE);
  }

  static void id(MethodVisitor code) {
    call(code, "id", "(" + A_LANE + "I)J");
  }

  static void nest(MethodVisitor code) {
    call(code, "nest", "(" + A_LANE + "J)J");
  }

  static void now(MethodVisitor code) {
    call(code, "now", "(" + A_LANE + ")J");
  }

  static void end(MethodVisitor code) {
    call(code, "end", "(" + A_LANE + "IJJJ)V");
  }

  static void fail(MethodVisitor code) {
    call(code, "fail", "(" + A_LANE + "IJJJ" + THROWABLE + ")V");
  }

  private static void call(MethodVisitor code, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, name, descriptor, false);
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
