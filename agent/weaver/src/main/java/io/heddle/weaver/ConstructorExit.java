package io.heddle.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Calls the hook where a constructor returns normally. */
final class ConstructorExit extends MethodVisitor {
  private final SiteCode site;

  ConstructorExit(MethodVisitor next, SiteCode site) {
    super(Opcodes.ASM9, next);
    this.site = site;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitInsn(Opcodes.ACONST_NULL);
      site.push(mv);
      HookCall.exit(mv);
      super.visitInsn(Opcodes.POP);
    }
    super.visitInsn(opcode);
  }
}
