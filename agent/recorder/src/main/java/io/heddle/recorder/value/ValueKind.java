package io.heddle.recorder.value;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How values of one class are hashed. Decided once a class, by exact class: a subclass of a JDK
 * class, or a JDK view that may wrap a user's collection, is opaque.
 *
 * @param salt keeps equal bits of different kinds apart; equal for all lists, all sets, all maps
 * @param recordShape of a record class only
 */
record ValueKind(Form form, long salt, @Nullable RecordShape recordShape) {
  private static final ClassValue<ValueKind> KINDS =
      new ClassValue<>() {
        @Override
        protected ValueKind computeValue(Class<?> type) {
          return ValueKind.decide(type);
        }
      };

  private static final Map<Class<?>, Form> EXACT =
      Map.ofEntries(
          Map.entry(String.class, Form.STRING),
          Map.entry(Byte.class, Form.INTEGRAL),
          Map.entry(Short.class, Form.INTEGRAL),
          Map.entry(Integer.class, Form.INTEGRAL),
          Map.entry(Long.class, Form.INTEGRAL),
          Map.entry(Character.class, Form.INTEGRAL),
          Map.entry(Boolean.class, Form.INTEGRAL),
          Map.entry(Float.class, Form.FLOATING),
          Map.entry(Double.class, Form.FLOATING),
          Map.entry(java.math.BigInteger.class, Form.BIG_INTEGER),
          Map.entry(java.math.BigDecimal.class, Form.BIG_DECIMAL),
          Map.entry(java.util.UUID.class, Form.UUID),
          Map.entry(java.util.Optional.class, Form.OPTIONAL),
          Map.entry(java.net.URI.class, Form.PRINTED));

  /** The commonest ones, as constants: looking a class up is a chain of loads. */
  static final ValueKind STRING = decide(String.class);

  static final ValueKind INTEGER = decide(Integer.class);

  /** The ways to hash. */
  enum Form {
    STRING,
    INTEGRAL,
    FLOATING,
    BIG_INTEGER,
    BIG_DECIMAL,
    UUID,
    ENUM,
    /** Immutable JDK values whose text tells them apart. */
    PRINTED,
    OPTIONAL,
    LIST,
    UNORDERED,
    MAP,
    OBJECTS,
    PRIMITIVES,
    RECORD,
    OPAQUE
  }

  static ValueKind of(Class<?> type) {
    return KINDS.get(type);
  }

  RecordShape shape() {
    return Objects.requireNonNull(recordShape);
  }

  private static ValueKind decide(Class<?> type) {
    Form form = form(type);
    if (form == Form.RECORD) {
      RecordShape shape = RecordShape.of(type);
      return shape == null
          ? new ValueKind(Form.OPAQUE, 0, null)
          : new ValueKind(form, salt(type.getName()), shape);
    }
    return new ValueKind(form, salt(form, type), null);
  }

  private static Form form(Class<?> type) {
    Form exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (type.isArray()) {
      return type.getComponentType().isPrimitive() ? Form.PRIMITIVES : Form.OBJECTS;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return Form.ENUM;
    }
    if (type.isRecord()) {
      return Form.RECORD;
    }
    return type.getClassLoader() == null ? JdkCollections.form(type.getName()) : Form.OPAQUE;
  }

  private static long salt(Form form, Class<?> type) {
    return switch (form) {
      case LIST, UNORDERED, MAP -> salt(form.name());
      case ENUM -> salt(declaring(type).getName());
      default -> salt(type.getName());
    };
  }

  /** A constant with a body has a class of its own below its enum. */
  private static Class<?> declaring(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent == null || parent == Enum.class ? type : parent;
  }

  private static long salt(String name) {
    long salt = 0;
    for (int i = 0; i < name.length(); i++) {
      salt = ValueHasher.chain(salt, name.charAt(i));
    }
    return salt;
  }
}
