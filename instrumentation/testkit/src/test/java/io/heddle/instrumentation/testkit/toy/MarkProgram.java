package io.heddle.instrumentation.testkit.toy;

/** Prints whether {@link Flow} is woven and what its methods return; ends with 3. */
public final class MarkProgram {
  private MarkProgram() {}

  public static void main(String[] arguments) {
    Flow flow = new Flow("flow");
    int sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += flow.fragile(i);
    }
    System.out.println(flow.mark() + " " + sum);
    System.exit(3);
  }
}
