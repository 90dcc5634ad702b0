package io.heddle.weaver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts a shape around a method's body: before it, at each of its returns, and where a throwable
 * leaves it.
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

  private final Shape shape;
  private final boolean hasFrames;
  private final int firstOfOurs;
  private final Shape.Result result;
  private final List<Range> body = new ArrayList<>();
  private Label start = new Label();

  /**
   * @param next writes the code
   * @param hasFrames whether the class file's version knows stack map frames
   */
  AroundMethod(MethodVisitor next, WeavableMethod method, Shape shape, boolean hasFrames) {
    super(Opcodes.ASM9, next);
    this.shape = shape;
    this.hasFrames = hasFrames;
    this.firstOfOurs = method.maxLocals();
    int outcome = firstOfOurs + slots(shape.variables());
    this.result = new Shape.Result(method.returnType(), outcome);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    shape.enter(mv);
    mv.visitLabel(start);
  }

  @Override
  public void visitInsn(int opcode) {
    boolean isReturn = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    if (isReturn) {
      leave();
    }
    super.visitInsn(opcode);
    if (isReturn) {
      start = new Label();
      mv.visitLabel(start);
    }
  }

  /** The first instruction of the exit belongs to the range: it keeps that from being empty. */
  private void leave() {
    result.store(mv);
    shape.beginExit(mv);
    endRange();
    shape.leave(mv, result);
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

  /** Pads a frame's variables up to ours and appends these. */
  private Object[] withOurs(Object[] locals) {
    List<Object> extended = new ArrayList<>(Arrays.asList(locals));
    for (int slots = slots(locals); slots < firstOfOurs; slots++) {
      extended.add(Opcodes.TOP);
    }
    extended.addAll(Arrays.asList(shape.variables()));
    return extended.toArray();
  }

  private static int slots(Object[] variables) {
    int slots = variables.length;
    for (Object variable : variables) {
      if (Opcodes.LONG.equals(variable) || Opcodes.DOUBLE.equals(variable)) {
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
    rethrow();
    protectBody(handler);
    super.visitMaxs(maxStack, maxLocals);
  }

  private void rethrow() {
    Shape.Result thrown = Shape.Result.thrown(result.variable());
    thrown.store(mv);
    shape.beginExit(mv);
    shape.fail(mv, thrown);
    thrown.load(mv);
    mv.visitInsn(Opcodes.ATHROW);
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
