package io.heddle.weaver;

import io.heddle.instrumentation.spi.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The methods of a class file that may be woven, read once before any is. */
final class MethodScan extends ClassVisitor {
  private final List<WeavableMethod> methods = new ArrayList<>();
  private final Set<String> annotations = new HashSet<>();
  private int version;

  private final @Nullable Set<String> names;

  private MethodScan(@Nullable Set<String> names) {
    super(Opcodes.ASM9);
    this.names = names;
  }

  /**
   * Reads them. Code of other methods is passed over, which is most of a class.
   *
   * @param names of the methods wanted; null for all
   */
  static MethodScan of(ClassReader reader, @Nullable Set<String> names) {
    MethodScan scan = new MethodScan(names);
    reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return scan;
  }

  @Override
  public void visit(
      int classVersion,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    version = classVersion & 0xFFFF;
  }

  /** The class file's major version. */
  int version() {
    return version;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotations.add(descriptor);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (names != null && !names.contains(name)) {
      return null;
    }
    return new MethodVisitor(Opcodes.ASM9) {
      private final Set<String> annotated = new HashSet<>();
      private int maxLocals;

      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        annotated.add(annotation);
        return null;
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        maxLocals = locals;
      }

      @Override
      public void visitEnd() {
        methods.add(new WeavableMethod(access, name, descriptor, maxLocals, annotated));
      }
    };
  }

  /** The methods with code that was written for them. */
  List<WeavableMethod> methods() {
    return methods.stream().filter(WeavableMethod::hasBodyOfItsOwn).toList();
  }

  /** Descriptors of the annotations on the class. */
  Set<String> annotations() {
    return annotations;
  }

  /** Every method that {@code rule} means. */
  List<WeavableMethod> matching(Rule rule) {
    List<WeavableMethod> matching = new ArrayList<>();
    for (WeavableMethod method : methods) {
      if (isNamed(rule, method) && method.arity() == rule.arity()) {
        matching.add(method);
      }
    }
    return matching;
  }

  /** The verdict on {@code rule}. */
  Verdict verdict(Rule rule) {
    Verdict verdict = Verdict.MISSING;
    for (WeavableMethod method : methods) {
      if (isNamed(rule, method)) {
        if (method.arity() == rule.arity()) {
          return Verdict.MATCHED;
        }
        verdict = Verdict.CHANGED;
      }
    }
    return verdict;
  }

  private static boolean isNamed(Rule rule, WeavableMethod method) {
    return method.hasBodyOfItsOwn() && method.name().equals(rule.methodName());
  }
}
