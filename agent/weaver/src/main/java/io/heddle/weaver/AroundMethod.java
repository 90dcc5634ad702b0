package io.heddle.weaver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Calls the hook before a method's body, at each of its returns, and when a throwable leaves it.
 *
 * <pre>
 *   token = enter(site, this, arguments...)
 *   body, with every "return r" as: return exit(site, token, this, r, null)
 *   handler of the body alone: exit(site, token, this, null, thrown); throw thrown
 * </pre>
 *
 * <p>No two paths meet in the added code and its variables lie above the method's own, so frames
 * are kept as they are but for the variables appended, and no class hierarchy is asked for.
 */
final class AroundMethod extends MethodVisitor {
  private record Range(Label start, Label end) {
    boolean isEmpty() {
      return start.getOffset() == end.getOffset();
    }
  }

  private final WeavableMethod method;
  private final int site;
  private final boolean hasFrames;
  private final int token;
  private final int self;
  private final int outcome;
  private final List<Range> body = new ArrayList<>();
  private Label start = new Label();

  /**
   * @param next writes the code
   * @param hasFrames whether the class file's version knows stack map frames
   */
  AroundMethod(MethodVisitor next, WeavableMethod method, int site, boolean hasFrames) {
    super(Opcodes.ASM9, next);
    this.method = method;
    this.site = site;
    this.hasFrames = hasFrames;
    this.token = method.maxLocals();
    this.self = token + 1;
    this.outcome = self + 1;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    HookCall.push(mv, site);
    keepSelf();
    loadArguments();
    HookCall.enter(mv);
    mv.visitVarInsn(Opcodes.ASTORE, token);
    mv.visitLabel(start);
  }

  /** The body may reuse variable 0, so the object is kept in one of ours. */
  private void keepSelf() {
    if (method.isStatic()) {
      mv.visitInsn(Opcodes.ACONST_NULL);
    } else {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
    }
    mv.visitInsn(Opcodes.DUP);
    mv.visitVarInsn(Opcodes.ASTORE, self);
  }

  private void loadArguments() {
    Type[] types = Type.getArgumentTypes(method.descriptor());
    int variable = method.isStatic() ? 0 : 1;
    for (int i = 0; i < HookCall.ARGUMENTS_SEEN; i++) {
      if (i < types.length && isReference(types[i])) {
        mv.visitVarInsn(Opcodes.ALOAD, variable);
      } else {
        mv.visitInsn(Opcodes.ACONST_NULL);
      }
      variable += i < types.length ? types[i].getSize() : 0;
    }
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      leave();
    }
    super.visitInsn(opcode);
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      start = new Label();
      mv.visitLabel(start);
    }
  }

  private void leave() {
    Type type = method.returnType();
    boolean hasResult = type.getSort() != Type.VOID;
    if (hasResult) {
      mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), outcome);
    }
    HookCall.push(mv, site); // cannot throw: keeps the range from being empty
    endRange();
    loadTokenAndSelf();
    if (isReference(type)) {
      mv.visitVarInsn(Opcodes.ALOAD, outcome);
    } else {
      mv.visitInsn(Opcodes.ACONST_NULL);
    }
    mv.visitInsn(Opcodes.ACONST_NULL);
    HookCall.exit(mv);
    if (isReference(type)) {
      mv.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    } else {
      mv.visitInsn(Opcodes.POP);
      if (hasResult) {
        mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), outcome);
      }
    }
  }

  private void loadTokenAndSelf() {
    mv.visitVarInsn(Opcodes.ALOAD, token);
    mv.visitVarInsn(Opcodes.ALOAD, self);
  }

  private void endRange() {
    Label end = new Label();
    mv.visitLabel(end);
    body.add(new Range(start, end));
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    Object[] extended = withOurs(Arrays.copyOf(locals, localCount));
    super.visitFrame(type, extended.length, extended, stackCount, stack);
  }

  /** Pads a frame's variables up to ours and appends the token and the object. */
  private Object[] withOurs(Object[] locals) {
    List<Object> extended = new ArrayList<>(Arrays.asList(locals));
    for (int slots = slots(locals); slots < token; slots++) {
      extended.add(Opcodes.TOP);
    }
    extended.add("java/lang/Object");
    extended.add("java/lang/Object");
    return extended.toArray();
  }

  private static int slots(Object[] locals) {
    int slots = locals.length;
    for (Object local : locals) {
      if (Opcodes.LONG.equals(local) || Opcodes.DOUBLE.equals(local)) {
        slots++;
      }
    }
    return slots;
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    endRange();
    Label handler = new Label();
    mv.visitLabel(handler);
    if (hasFrames) {
      visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
    }
    mv.visitVarInsn(Opcodes.ASTORE, outcome);
    HookCall.push(mv, site);
    loadTokenAndSelf();
    mv.visitInsn(Opcodes.ACONST_NULL);
    mv.visitVarInsn(Opcodes.ALOAD, outcome);
    HookCall.exit(mv);
    mv.visitInsn(Opcodes.POP);
    mv.visitVarInsn(Opcodes.ALOAD, outcome);
    mv.visitInsn(Opcodes.ATHROW);
    protectBody(handler);
    super.visitMaxs(maxStack, maxLocals);
  }

  /** After every handler of the body itself, so that ours is asked last. */
  private void protectBody(Label handler) {
    for (Range range : body) {
      if (!range.isEmpty()) {
        mv.visitTryCatchBlock(range.start(), range.end(), handler, null);
      }
    }
  }
}
