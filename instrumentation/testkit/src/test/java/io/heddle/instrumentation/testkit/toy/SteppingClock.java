package io.heddle.instrumentation.testkit.toy;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.time.Clock;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** An agent that makes the JVM's clock one that can be stepped, as an operator's or NTP's can. */
public final class SteppingClock implements ClassFileTransformer {
  private static final String OFFSET = "stepping.clock.offset";

  private static final String CLOCK = "java/time/Clock";

  /** What {@code Instant.now()} asks. */
  private static final String METHOD = "currentInstant";

  private SteppingClock() {}

  public static void premain(String options, Instrumentation instrumentation) throws Exception {
    Class<?> loaded = Clock.systemUTC().getClass().getSuperclass();
    instrumentation.addTransformer(new SteppingClock(), true);
    instrumentation.retransformClasses(loaded);
  }

  /** From now on the clock is so many seconds later. */
  static void step(long seconds) {
    System.setProperty(OFFSET, Long.toString(Long.getLong(OFFSET, 0L) + seconds));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (!CLOCK.equals(className)) {
      return null;
    }
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Stepping(writer), 0);
    return writer.toByteArray();
  }

  private static final class Stepping extends ClassVisitor {
    Stepping(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return name.equals(METHOD) ? new Later(method) : method;
    }
  }

  /** Adds the offset to what is returned. */
  private static final class Later extends MethodVisitor {
    Later(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        visitLdcInsn(OFFSET);
        visitInsn(Opcodes.LCONST_0);
        invoke(
            Opcodes.INVOKESTATIC,
            "java/lang/Long",
            "getLong",
            "(Ljava/lang/String;J)Ljava/lang/Long;");
        invoke(Opcodes.INVOKEVIRTUAL, "java/lang/Long", "longValue", "()J");
        invoke(Opcodes.INVOKEVIRTUAL, "java/time/Instant", "plusSeconds", "(J)Ljava/time/Instant;");
      }
      super.visitInsn(opcode);
    }

    private void invoke(int opcode, String owner, String name, String descriptor) {
      visitMethodInsn(opcode, owner, name, descriptor, false);
    }
  }
}
