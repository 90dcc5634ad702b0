package io.heddle.packager;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps methods from being compiled into their callers: they are made longer than anything a JVM
 * inlines, by instructions at their end that are never reached. What a probe does at its entry and
 * exit, so that an engine's method has room for the engine's own code; and what is marked so.
 */
final class MethodsApart {
  /** The most bytes of code that HotSpot inlines, {@code FreqInlineSize}. */
  static final int INLINED_AT_MOST = 325;

  /** Of a probe, what is not longer is best inlined: {@code MaxInlineSize}. */
  static final int SMALL = 35;

  private static final String MODULES = "io/heddle/instrumentation/";
  private static final String RECORDER = "io/heddle/recorder/";
  private static final String PROBE = MODULES + "spi/Probe";
  private static final Set<String> CALLED = Set.of("enter", "exit");
  private static final String MARK = "L" + RECORDER + "jvm/CompiledApart;";

  private MethodsApart() {}

  /** The class file of that path with such methods made longer, if it has any. */
  static byte[] of(String path, byte[] file) {
    if (!(path.startsWith(MODULES) || path.startsWith(RECORDER)) || !path.endsWith(".class")) {
      return file;
    }
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, 0);
    Lengthening lengthening = new Lengthening(writer, isProbe(reader));
    reader.accept(lengthening, 0);
    return lengthening.hasAny ? writer.toByteArray() : file;
  }

  private static boolean isProbe(ClassReader reader) {
    return List.of(reader.getInterfaces()).contains(PROBE);
  }

  private static final class Lengthening extends ClassVisitor {
    private final boolean isProbe;
    private boolean hasAny;

    Lengthening(ClassWriter next, boolean isProbe) {
      super(Opcodes.ASM9, next);
      this.isProbe = isProbe;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new Tail(next, isProbe && CALLED.contains(name));
    }

    /** What nobody reaches: as many instructions that do nothing as are missing, and a throw. */
    private final class Tail extends MethodVisitor {
      private final boolean ofProbe;
      private boolean isMarked;

      Tail(MethodVisitor next, boolean ofProbe) {
        super(Opcodes.ASM9, next);
        this.ofProbe = ofProbe;
      }

      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        isMarked |= descriptor.equals(MARK);
        return super.visitAnnotation(descriptor, visible);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        Label end = new Label();
        super.visitLabel(end);
        int length = end.getOffset();
        if (length <= INLINED_AT_MOST && (isMarked || (ofProbe && length > SMALL))) {
          hasAny = true;
          unreachable(INLINED_AT_MOST - length);
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
}
