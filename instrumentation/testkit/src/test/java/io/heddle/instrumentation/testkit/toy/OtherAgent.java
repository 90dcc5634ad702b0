package io.heddle.instrumentation.testkit.toy;

import java.lang.instrument.Instrumentation;

/**
 * Another agent, which uses {@link Flow} at once when its options say {@code use}, and has it
 * transformed again after it was woven and used.
 */
public final class OtherAgent {
  private static Instrumentation instrumentation;

  private OtherAgent() {}

  public static void premain(String options, Instrumentation given) {
    instrumentation = given;
    if ("use".equals(options)) {
      System.out.println(new Flow("early").mark());
    }
  }

  public static void main(String[] arguments) throws Exception {
    Flow flow = new Flow("flow");
    System.out.println(flow.mark());
    instrumentation.retransformClasses(Flow.class);
    System.out.println(flow.mark() + " " + flow.fragile(1));
  }
}
