package io.heddle.instrumentation.testkit.toy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;

/**
 * Another agent, which uses {@link Flow} at once when its options say {@code use}, and has it
 * transformed again, and replaced, after it was woven and used.
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
    instrumentation.redefineClasses(new ClassDefinition(Flow.class, classFile()));
    System.out.println(flow.mark() + " " + flow.fragile(2));
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = Flow.class.getResourceAsStream("Flow.class")) {
      return in.readAllBytes();
    }
  }
}
