package io.heddle.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Hands the method's objects to the probe of a site.
 *
 * <pre>
 *   token = enter(this, arguments..., site)
 *   body, with every "return r" as: return exit(token, this, r, null, site)
 *   handler of the body alone: exit(token, this, null, thrown, site); throw thrown
 * </pre>
 */
final class ProbeShape implements Shape {
  private final WeavableMethod method;
  private final SiteCode site;
  private final boolean boxes;
  private final int token;
  private final int self;

  /**
   * @param boxes whether the probe sees primitive arguments
   */
  ProbeShape(WeavableMethod method, SiteCode site, boolean boxes) {
    this.method = method;
    this.site = site;
    this.boxes = boxes;
    this.token = method.maxLocals();
    this.self = token + 1;
  }

  SiteCode site() {
    return site;
  }

  @Override
  public Object[] variables() {
    return new Object[] {"java/lang/Object", "java/lang/Object"};
  }

  @Override
  public void enter(MethodVisitor code) {
    keepSelf(code);
    loadArguments(code);
    site.push(code);
    HookCall.enter(code);
    code.visitVarInsn(Opcodes.ASTORE, token);
  }

  /** The body may reuse variable 0, so the object is kept in one of ours. */
  private void keepSelf(MethodVisitor code) {
    if (method.isStatic()) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ASTORE, self);
  }

  private void loadArguments(MethodVisitor code) {
    Type[] types = Type.getArgumentTypes(method.descriptor());
    int variable = method.isStatic() ? 0 : 1;
    for (int i = 0; i < HookCall.ARGUMENTS_SEEN; i++) {
      if (i < types.length) {
        loadArgument(code, types[i], variable);
        variable += types[i].getSize();
      } else {
        code.visitInsn(Opcodes.ACONST_NULL);
      }
    }
  }

  private void loadArgument(MethodVisitor code, Type type, int variable) {
    boolean isReference = Result.isReference(type);
    if (isReference || boxes) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    if (boxes && !isReference) {
      Boxing.box(code, type);
    }
  }

  @Override
  public void beginExit(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, token);
  }

  @Override
  public void leave(MethodVisitor code, Result result) {
    code.visitVarInsn(Opcodes.ALOAD, self);
    if (result.isReference()) {
      result.load(code);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    code.visitInsn(Opcodes.ACONST_NULL);
    site.push(code);
    HookCall.exit(code);
    if (result.isReference()) {
      code.visitTypeInsn(Opcodes.CHECKCAST, result.type().getInternalName());
    } else {
      code.visitInsn(Opcodes.POP);
      result.load(code);
    }
  }

  @Override
  public void fail(MethodVisitor code, Result thrown) {
    code.visitVarInsn(Opcodes.ALOAD, self);
    code.visitInsn(Opcodes.ACONST_NULL);
    thrown.load(code);
    site.push(code);
    HookCall.exit(code);
    code.visitInsn(Opcodes.POP);
  }
}
