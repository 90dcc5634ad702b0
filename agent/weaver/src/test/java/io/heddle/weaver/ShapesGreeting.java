package io.heddle.weaver;

/** An interface whose default method is woven. */
public interface ShapesGreeting {
  default String greet(String name) {
    return "hello " + name;
  }

  String silent(String name);
}
