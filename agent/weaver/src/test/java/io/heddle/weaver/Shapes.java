package io.heddle.weaver;

import java.util.List;
import java.util.function.Supplier;

/** Methods of every shape, to be woven; compiled like an engine, knowing nothing of us. */
public class Shapes implements Comparable<Shapes>, ShapesGreeting {
  public static final IllegalStateException BOOM = new IllegalStateException("boom");

  private final String name;

  public Shapes() {
    this("nobody");
  }

  public Shapes(String name) {
    if (name.isEmpty()) {
      this.name = "empty";
      return;
    }
    String kept;
    try {
      kept = name.substring(0, 6);
    } catch (StringIndexOutOfBoundsException tooShort) {
      kept = name;
    }
    this.name = kept;
  }

  public Shapes(RuntimeException refusal) {
    throw refusal;
  }

  public String name() {
    return name;
  }

  public int branches(int number) {
    int sum = 0;
    for (int i = 0; i < number; i++) {
      if (i == 5) {
        return -1;
      }
      sum += i;
    }
    switch (sum) {
      case 0:
        return 100;
      case 1:
        return 101;
      default:
        return sum;
    }
  }

  public long wide(long first, double second, String third, Object fourth, Object fifth) {
    long product = first;
    for (double d = 0; d < second; d++) {
      product *= first;
    }
    return product + third.length();
  }

  public void primitives(boolean a, char b, byte c, short d, int e, long f, float g, double h) {}

  public void backwards(double a, float b, long c, int d, short e, byte f, char g, boolean h) {}

  public double half(double number) {
    return number / 2;
  }

  public boolean flag(boolean flag) {
    return !flag;
  }

  public float[] array(int length) {
    return new float[length];
  }

  public void nothing() {}

  public static String joined(String a, String b, String c, String d) {
    return a + b + c + d;
  }

  public String reassigned(String text) {
    text = text + "!";
    return text;
  }

  public synchronized String locked(String text) {
    if (!Thread.holdsLock(this)) {
      throw new AssertionError();
    }
    return text;
  }

  public String inLock(Object lock, boolean fail) {
    synchronized (lock) {
      if (fail) {
        throw BOOM;
      }
      return "locked";
    }
  }

  public String caught(Supplier<String> body) {
    try {
      return body.get();
    } catch (IllegalStateException failure) {
      return "caught " + failure.getMessage();
    }
  }

  public String cleaned(Supplier<String> body, List<String> log) {
    try {
      return body.get();
    } finally {
      log.add("cleaned");
    }
  }

  public void fails() {
    throw BOOM;
  }

  public Object merged(boolean first) {
    Object value = first ? new Shapes("one") : List.of("two");
    StringBuilder text = new StringBuilder(first ? "1" : "2");
    ShapesGreeting greeting = first ? new Shapes("three") : new Other();
    return text.append(greeting.greet("x")).append(value instanceof List).toString();
  }

  public String lambda(String text) {
    Supplier<String> supplier = () -> text + name;
    return supplier.get();
  }

  public int deep(int depth) {
    return depth == 0 ? 0 : 1 + deep(depth - 1);
  }

  public int overloaded(int number) {
    return number;
  }

  public String overloaded(String text) {
    return text;
  }

  @Override
  public int compareTo(Shapes other) {
    return name.compareTo(other.name);
  }

  @Override
  public String silent(String text) {
    return text;
  }

  /** Another implementor, so that frames merge to an interface. */
  public static class Other implements ShapesGreeting {
    @Override
    public String silent(String text) {
      return text;
    }
  }
}
