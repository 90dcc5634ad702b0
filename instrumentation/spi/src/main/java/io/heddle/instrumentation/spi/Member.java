package io.heddle.instrumentation.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field or a parameterless method of engine objects, found by name in the object's class or above
 * it and kept per class. Thread-safe; once a class is known, reading allocates nothing but what the
 * member itself does.
 */
public final class Member {
  private static final MethodType OBJECT_TO_OBJECT =
      MethodType.methodType(Object.class, Object.class);

  private final String name;
  private final boolean isField;
  private final ClassValue<Optional<MethodHandle>> handles;

  private Member(String name, boolean isField) {
    this.name = name;
    this.isField = isField;
    this.handles =
        new ClassValue<>() {
          @Override
          protected Optional<MethodHandle> computeValue(Class<?> type) {
            return find(type);
          }
        };
  }

  /** The field of that name, private or not. */
  public static Member field(String name) {
    return new Member(name, true);
  }

  /** The method of that name without parameters, private, inherited or default. */
  public static Member method(String name) {
    return new Member(name, false);
  }

  /** In exactly that class. */
  private MethodHandle handle(Class<?> type) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    return isField
        ? lookup.unreflectGetter(opened(type.getDeclaredField(name)))
        : lookup.unreflect(opened(method(type, name)));
  }

  private static Method method(Class<?> type, String name) throws NoSuchMethodException {
    try {
      return type.getDeclaredMethod(name);
    } catch (NoSuchMethodException notHere) {
      return type.getMethod(name);
    }
  }

  private static <T extends AccessibleObject> T opened(T member) {
    member.setAccessible(true);
    return member;
  }

  private Optional<MethodHandle> find(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      try {
        return Optional.of(handle(at).asType(OBJECT_TO_OBJECT));
      } catch (NoSuchFieldException | NoSuchMethodException notHere) {
        // perhaps in the super class
      } catch (ReflectiveOperationException closed) {
        throw new IllegalStateException(name + " of " + type.getName() + " is closed", closed);
      }
    }
    return Optional.empty();
  }

  /** Whether the object's class has it. */
  public boolean isIn(Object target) {
    return handles.get(target.getClass()).isPresent();
  }

  /**
   * The member's value.
   *
   * @throws IllegalStateException if the object's class has no such member, or reading it failed
   */
  public @Nullable Object of(Object target) {
    MethodHandle handle = handles.get(target.getClass()).orElse(null);
    if (handle == null) {
      throw new IllegalStateException(target.getClass().getName() + " has no " + name);
    }
    try {
      return (Object) handle.invokeExact(target);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new IllegalStateException(name + " of " + target.getClass().getName(), thrown);
    }
  }

  /**
   * The member's value where the engine never has null.
   *
   * @throws IllegalStateException if it is null, or as {@link #of}
   */
  public Object in(Object target) {
    Object value = of(target);
    if (value == null) {
      throw new IllegalStateException(name + " of " + target.getClass().getName() + " is null");
    }
    return value;
  }
}
