package io.heddle.benchmarks.host;

/** The smallest program. */
final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
