package io.heddle.instrumentation.testkit.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Methods of every kind that Java has. Prints what they answer. */
@SuppressWarnings("unused")
public final class KindsProgram {
  /** Of one method, after the stack was used up: they must not be lost. */
  public static final long CALLS_BEHIND_THE_OVERFLOW = 465;

  private final int number = 7;

  /** Default, static and private methods, and a bridge in who implements it. */
  interface Greeter<T> {
    T greet(T whom);

    default String twice(String text) {
      return text + text + secret();
    }

    static int next(int value) {
      return value + 1;
    }

    private int secret() {
      return 3;
    }
  }

  static final class Polite implements Greeter<String> {
    @Override
    public String greet(String whom) {
      return "dear " + whom;
    }
  }

  enum Colour {
    RED {
      @Override
      int code() {
        return 1;
      }
    };

    abstract int code();
  }

  record Point(int x, int y) {
    Point {
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
    }

    double length() {
      return Math.sqrt(x * x + y * y);
    }
  }

  sealed interface Shape permits Square {
    double area();
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  static class Base {
    final String made = describe();

    Base(int least) {
      if (least > 5) {
        throw new IllegalStateException("from super");
      }
    }

    String describe() {
      return "base";
    }
  }

  static final class Derived extends Base {
    private final String own = "own";

    Derived(int value) {
      super(checked(value));
    }

    private static int checked(int value) {
      if (value == 0) {
        throw new IllegalArgumentException("before super");
      }
      return value;
    }

    /** Called before {@link #own} has its value. */
    @Override
    String describe() {
      return "derived " + own;
    }
  }

  static final class Initialized {
    static final int VALUE = initial();

    private static int initial() {
      return 42;
    }
  }

  static final class NeverInitialized {
    static final int VALUE = initial();

    private static int initial() {
      throw new IllegalStateException("no class today");
    }
  }

  final class Inner {
    final class Deep {
      int outermost() {
        return number + inner();
      }
    }

    int inner() {
      return number;
    }
  }

  public static void main(String[] arguments) {
    new KindsProgram().run().forEach(System.out::println);
  }

  /** The run. */
  List<Object> run() {
    List<Object> said = new ArrayList<>();
    Greeter<String> greeter = new Polite();
    said.add(greeter.greet("reader") + greeter.twice("!") + Greeter.next(1));
    said.add(Colour.valueOf("RED").code() + Colour.values().length);
    said.add(new Point(3, 4).length() + " " + new Point(3, 4) + new Point(1, 2).hashCode());
    said.add(new Square(2).area() + new Inner().new Deep().outermost());
    said.add(failure(() -> new Point(-1, 0)));
    said.add(new Derived(1).made);
    said.add(failure(() -> new Derived(0)));
    said.add(failure(() -> new Derived(9)));
    said.add(Initialized.VALUE);
    said.add(failure(() -> NeverInitialized.VALUE));
    said.add(failure(KindsProgram::absent));
    said.add(failure(KindsProgram::endless));
    said.add(failure(KindsProgram::bottomless));
    said.add(locked(1) + lockedToo(2) + fibonacci(12) + handled(0) + handled(1) + handled(2));
    said.add(wide(1, 2, 3, 4, 5, 6.5, 7.5f, (byte) 8, (short) 9, 'c', true, "z", new int[2]));
    said.add(greatest(List.of(3, 9, 2)) + functional() + jumping(9) + reassigned(null));
    Runnable anonymous =
        new Runnable() {
          @Override
          public void run() {
            said.add("anonymous");
          }
        };
    anonymous.run();
    return said;
  }

  private static String failure(Supplier<Object> body) {
    try {
      return "none: " + body.get();
    } catch (Throwable failure) {
      return failure.getClass() + " " + failure.getCause();
    }
  }

  private static native Object absent();

  private static Object endless() {
    while (true) {
      if (System.nanoTime() != 0) {
        throw new ArithmeticException("no return in this method");
      }
    }
  }

  private static Object bottomless() {
    return bottomless() + "?";
  }

  private static synchronized int locked(int value) {
    return value + 1;
  }

  private long lockedToo(long value) {
    synchronized (this) {
      return value + number;
    }
  }

  private static long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @SuppressWarnings("finally")
  private static int handled(int value) {
    try {
      if (value == 1) {
        throw new IllegalStateException("handled");
      }
      return value;
    } catch (IllegalStateException handled) {
      return -1;
    } finally {
      if (value == 2) {
        return 22;
      }
    }
  }

  private static String wide(
      long a,
      long b,
      int c,
      int d,
      long e,
      double f,
      float g,
      byte h,
      short i,
      char j,
      boolean k,
      String l,
      int... m) {
    return "" + a + b + c + d + e + f + g + h + i + j + k + l + m.length;
  }

  private static <T extends Comparable<T>> T greatest(List<? extends T> values) {
    T greatest = values.get(0);
    for (T value : values) {
      greatest = value.compareTo(greatest) > 0 ? value : greatest;
    }
    return greatest;
  }

  private static String functional() {
    Supplier<String> lambda = () -> "lambda";
    Function<Integer, Integer> reference = KindsProgram::locked;
    return lambda.get() + reference.apply(2);
  }

  private static int jumping(int n) {
    int sum = 0;
    outer:
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (j == 3) {
          continue outer;
        }
        if (i == 7) {
          break outer;
        }
        sum += i * j;
      }
    }
    return sum;
  }

  private static Object reassigned(Object value) {
    value = value == null ? "nothing" : value;
    return value;
  }
}
