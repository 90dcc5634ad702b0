package io.heddle.bundle;

/** A program whose own methods are a workflow and its node. */
public final class FirstMethod {
  private FirstMethod() {}

  /** Loaded when the node has been reached. */
  static final class Reached {
    static final int ANSWER = Integer.parseInt("1");

    private Reached() {}
  }

  static int node() {
    return Reached.ANSWER;
  }

  static int workflow() {
    return node();
  }

  public static void main(String[] arguments) {
    System.out.println("done " + workflow());
  }
}
