package io.heddle.bundle;

/** A program that has no workflow. */
public final class Greeting {
  private Greeting() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
