package io.heddle.instrumentation.testkit.toy;

/** Two runs of a flow with three nodes, one of which fails in the second run. */
public final class FlowProgram {
  private FlowProgram() {}

  public static void main(String[] arguments) {
    Flow flow = new Flow("flow");
    flow.run(() -> steps(flow, false));
    try {
      flow.run(() -> steps(flow, true));
    } catch (IllegalStateException failure) {
      System.out.println("failed: " + failure.getMessage());
    }
  }

  private static void steps(Flow flow, boolean fail) {
    flow.step("load", () -> body("load"));
    flow.step("outer", () -> flow.step("inner", () -> body("inner")) + body("outer"));
    flow.step("save", () -> fail ? failing("save") : body("save"));
  }

  private static String body(String node) {
    System.out.println("node " + node);
    return node;
  }

  private static String failing(String node) {
    throw new IllegalStateException(body(node));
  }
}
