package io.heddle.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Records a leaf node, with everything that is known of it in variables of the method.
 *
 * <pre>
 *   lane = lane(leaf); id = id(lane, leaf); outer = nest(lane, id); begin = now(lane)
 *   body, with every "return r" as: end(lane, leaf, id, outer, begin); return r
 *   handler of the body alone: fail(lane, leaf, id, outer, begin, thrown); throw thrown
 * </pre>
 */
final class LeafShape implements Shape {
  private final int leaf;
  private final int lane;
  private final int id;
  private final int outer;
  private final int begin;

  /**
   * @param leaf number of the leaf
   */
  LeafShape(WeavableMethod method, int leaf) {
    this.leaf = leaf;
    this.lane = method.maxLocals();
    this.id = lane + 1;
    this.outer = id + 2;
    this.begin = outer + 2;
  }

  @Override
  public Object[] variables() {
    return new Object[] {HookCall.LANE, Opcodes.LONG, Opcodes.LONG, Opcodes.LONG};
  }

  @Override
  public void enter(MethodVisitor code) {
    HookCall.push(code, leaf);
    HookCall.lane(code);
    code.visitVarInsn(Opcodes.ASTORE, lane);
    code.visitVarInsn(Opcodes.ALOAD, lane);
    HookCall.push(code, leaf);
    HookCall.id(code);
    code.visitVarInsn(Opcodes.LSTORE, id);
    code.visitVarInsn(Opcodes.ALOAD, lane);
    code.visitVarInsn(Opcodes.LLOAD, id);
    HookCall.nest(code);
    code.visitVarInsn(Opcodes.LSTORE, outer);
    code.visitVarInsn(Opcodes.ALOAD, lane);
    HookCall.now(code);
    code.visitVarInsn(Opcodes.LSTORE, begin);
  }

  @Override
  public void beginExit(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, lane);
  }

  @Override
  public void leave(MethodVisitor code, Result result) {
    loadRest(code);
    HookCall.end(code);
    result.load(code);
  }

  @Override
  public void fail(MethodVisitor code, Result thrown) {
    loadRest(code);
    thrown.load(code);
    HookCall.fail(code);
  }

  private void loadRest(MethodVisitor code) {
    HookCall.push(code, leaf);
    code.visitVarInsn(Opcodes.LLOAD, id);
    code.visitVarInsn(Opcodes.LLOAD, outer);
    code.visitVarInsn(Opcodes.LLOAD, begin);
  }
}
