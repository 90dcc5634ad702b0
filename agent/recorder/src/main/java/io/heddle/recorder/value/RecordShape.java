package io.heddle.recorder.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * How to read the components of one record class: its fields, not its accessors, which may be user
 * code. Primitives are read as bits, so nothing is boxed.
 */
final class RecordShape {
  private static final MethodType REFERENCE = MethodType.methodType(Object.class, Object.class);
  private static final MethodType INTEGRAL = MethodType.methodType(long.class, Object.class);
  private static final MethodType FLOATING = MethodType.methodType(double.class, Object.class);
  private static final MethodType TRUTH = MethodType.methodType(boolean.class, Object.class);

  private final MethodHandle[] readers;

  private RecordShape(MethodHandle[] readers) {
    this.readers = readers;
  }

  /** Null when the module system does not let us read its fields, or a class of one is missing. */
  static @Nullable RecordShape of(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      MethodHandle[] readers = new MethodHandle[components.length];
      for (int i = 0; i < components.length; i++) {
        readers[i] = reader(type.getDeclaredField(components[i].getName()));
      }
      return new RecordShape(readers);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  private static MethodHandle reader(Field field) throws IllegalAccessException {
    field.setAccessible(true);
    return MethodHandles.lookup().unreflectGetter(field).asType(shape(field.getType()));
  }

  private static MethodType shape(Class<?> type) {
    if (!type.isPrimitive()) {
      return REFERENCE;
    }
    if (type == boolean.class) {
      return TRUTH;
    }
    return type == double.class || type == float.class ? FLOATING : INTEGRAL;
  }

  long hash(ValueHasher hasher, Object value, int depth) {
    long hash = readers.length;
    for (MethodHandle reader : readers) {
      hash = ValueHasher.chain(hash, component(reader, hasher, value, depth));
    }
    return hash;
  }

  private static long component(MethodHandle reader, ValueHasher hasher, Object value, int depth) {
    try {
      Class<?> read = reader.type().returnType();
      if (read == long.class) {
        return (long) reader.invokeExact(value);
      }
      if (read == double.class) {
        return Double.doubleToLongBits((double) reader.invokeExact(value));
      }
      if (read == boolean.class) {
        return (boolean) reader.invokeExact(value) ? 1 : 0;
      }
      return hasher.component((Object) reader.invokeExact(value), depth);
    } catch (OpaqueValue | Error e) {
      throw e;
    } catch (Throwable e) {
      throw OpaqueValue.INSTANCE; // a field read throws nothing of its own
    }
  }
}
