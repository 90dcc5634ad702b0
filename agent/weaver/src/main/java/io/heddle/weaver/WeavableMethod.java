package io.heddle.weaver;

import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method of a class file.
 *
 * @param access the JVM's access flags
 * @param maxLocals size of its local variable array; what lies above is free
 * @param annotations descriptors of those on it
 */
record WeavableMethod(
    int access, String name, String descriptor, int maxLocals, Set<String> annotations) {
  private static final int NEVER_WOVEN =
      Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

  boolean hasBodyOfItsOwn() {
    return (access & NEVER_WOVEN) == 0;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /** Whether it is no initializer of a class or an object. */
  boolean isNamed() {
    return !name.startsWith("<");
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Whether it is of Kotlin and may return before it is done, to be called again. */
  boolean isSuspending() {
    return descriptor.endsWith("Lkotlin/coroutines/Continuation;)Ljava/lang/Object;");
  }

  int arity() {
    return Type.getArgumentCount(descriptor);
  }

  Type returnType() {
    return Type.getReturnType(descriptor);
  }

  /** Spelled out because the JDK spins 50 classes for what it makes itself. */
  @Override
  public int hashCode() {
    return 31 * name.hashCode() + descriptor.hashCode();
  }

  /** One class's methods are compared. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WeavableMethod method
        && name.equals(method.name)
        && descriptor.equals(method.descriptor);
  }

  /** Name and descriptor, which identify a method in its class. */
  String key() {
    return name + descriptor;
  }
}
