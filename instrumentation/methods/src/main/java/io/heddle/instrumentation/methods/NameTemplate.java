package io.heddle.instrumentation.methods;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the calls of a method are named. Immutable. */
final class NameTemplate {
  static final int LITERAL = -1;
  static final int CLASS = -2;
  static final int METHOD = -3;

  /** The class without its package, and the method. */
  static final NameTemplate DEFAULT = new NameTemplate(List.of());

  private static final int LONGEST_ARGUMENT = 128;
  private static final int LONGEST_NUMBER_BITS = 3 * LONGEST_ARGUMENT;

  /**
   * A piece of a name.
   *
   * @param kind a constant of this class, or the number of an argument
   */
  record Part(int kind, String text) {}

  private final List<Part> parts;

  NameTemplate(List<Part> parts) {
    this.parts = parts;
  }

  /** Whether each call may have another name. */
  boolean hasArguments() {
    for (Part part : parts) {
      if (part.kind() >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The name of one call.
   *
   * @param className binary name
   * @param arguments null where {@code *} shall stand for each
   */
  String name(String className, String method, @Nullable Object @Nullable [] arguments) {
    if (parts.isEmpty()) {
      return simple(className) + "." + method;
    }
    StringBuilder name = new StringBuilder();
    for (Part part : parts) {
      name.append(
          switch (part.kind()) {
            case LITERAL -> part.text();
            case CLASS -> className;
            case METHOD -> method;
            default -> arguments == null ? "*" : told(arguments[part.kind()]);
          });
    }
    return name.toString();
  }

  /** Without the package; nested classes behind dots, but where compilers write {@code $} alone. */
  private static String simple(String className) {
    StringBuilder name = new StringBuilder(className).delete(0, className.lastIndexOf('.') + 1);
    for (int i = 1; i < name.length() - 1; i++) {
      if (name.charAt(i) == '$' && name.charAt(i - 1) != '$' && name.charAt(i + 1) != '$') {
        name.setCharAt(i, '.');
      }
    }
    return name.toString();
  }

  /** No method of the application's own classes is called: of these only the class is told. */
  private static String told(@Nullable Object argument) {
    if (argument == null) {
      return "null";
    }
    String text = argument.getClass().getClassLoader() == null ? value(argument) : null;
    if (text == null) {
      return argument instanceof Enum<?> constant
          ? constant.name()
          : simple(argument.getClass().getName());
    }
    return text;
  }

  private static @Nullable String value(Object argument) {
    if (argument instanceof CharSequence text) {
      return text.length() <= LONGEST_ARGUMENT
          ? text.toString()
          : text.subSequence(0, LONGEST_ARGUMENT) + "...";
    }
    return (argument instanceof Number number && !isLong(number))
            || argument instanceof Boolean
            || argument instanceof Character
            || argument instanceof java.util.UUID
        ? argument.toString()
        : null;
  }

  /** To write all digits of these takes the square of their count. */
  private static boolean isLong(Number number) {
    BigInteger digits =
        number instanceof BigDecimal decimal
            ? decimal.unscaledValue()
            : number instanceof BigInteger integer ? integer : BigInteger.ZERO;
    return digits.bitLength() > LONGEST_NUMBER_BITS;
  }
}
