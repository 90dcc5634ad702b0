package io.heddle.packager;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Keeps probes from being compiled into the methods of engines: what a probe does at its entry and
 * exit is made longer than anything a JVM inlines, by instructions at its end that are never
 * reached. So an engine's method has room for the engine's own code, and the probe is compiled
 * once.
 */
final class ProbesApart {
  /** The most bytes of code that HotSpot inlines, {@code FreqInlineSize}. */
  static final int INLINED_AT_MOST = 325;

  /** What is not longer is best inlined: {@code MaxInlineSize}. */
  static final int SMALL = 35;

  private static final String PROBE = "io/heddle/instrumentation/spi/Probe";
  private static final Set<String> CALLED = Set.of("enter", "exit");

  private ProbesApart() {}

  /** The class file of that path with its probe's methods made longer, if it is one. */
  static byte[] of(String path, byte[] file) {
    if (!path.startsWith("io/heddle/instrumentation/") || !path.endsWith(".class")) {
      return file;
    }
    ClassReader reader = new ClassReader(file);
    if (!List.of(reader.getInterfaces()).contains(PROBE)) {
      return file;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Lengthening(writer), 0);
    return writer.toByteArray();
  }

  private static final class Lengthening extends ClassVisitor {
    Lengthening(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return CALLED.contains(name) ? new Tail(next) : next;
    }
  }

  /** What nobody reaches: as many instructions that do nothing as are missing, and a throw. */
  private static final class Tail extends MethodVisitor {
    Tail(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      Label end = new Label();
      super.visitLabel(end);
      if (end.getOffset() > SMALL) {
        unreachable(INLINED_AT_MOST - end.getOffset());
      }
      super.visitMaxs(maxStack, maxLocals);
    }

    private void unreachable(int missing) {
      super.visitFrame(Opcodes.F_FULL, 0, null, 1, new Object[] {"java/lang/Throwable"});
      for (int i = 0; i < missing; i++) {
        super.visitInsn(Opcodes.NOP);
      }
      super.visitInsn(Opcodes.ATHROW);
    }
  }
}
