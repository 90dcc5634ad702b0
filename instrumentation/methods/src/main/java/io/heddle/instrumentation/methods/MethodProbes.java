package io.heddle.instrumentation.methods;

import io.heddle.instrumentation.spi.Advice;
import io.heddle.instrumentation.spi.LeafNode;
import io.heddle.recorder.Leaf;
import io.heddle.recorder.Recorder;

/** Makes the advice of woven methods: a leaf node where that is enough, else a probe. */
public final class MethodProbes {
  /** The value of {@code heddle.engine}. */
  public static final String ENGINE = "methods";

  private final Recorder recorder;

  public MethodProbes(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * What to do at all methods of that name and descriptor in that class.
   *
   * @param className binary name
   */
  public Advice of(Matches matches, String className, String method, String descriptor) {
    recorder.readyForLittleStack(); // recursion may use it up
    MethodRule rule = matches.rule();
    CallNames names = new CallNames(rule.name(), className, method);
    return switch (rule.role()) {
      case NODE -> node(matches, names, descriptor);
      case WORKFLOW -> new WorkflowProbe(recorder, names);
    };
  }

  private Advice node(Matches matches, CallNames names, String descriptor) {
    String name = names.fixed();
    if (name == null || mayReturnFuture(descriptor)) {
      return new NodeProbe(recorder, names, matches);
    }
    Leaf leaf = recorder.leaf(name, NodeProbe.TYPE);
    matches.leaf(leaf);
    return new LeafNode(leaf);
  }

  /** False only for what cannot be a future: primitives, arrays, and final or plain JDK classes. */
  private static boolean mayReturnFuture(String descriptor) {
    String type = descriptor.substring(descriptor.indexOf(')') + 1);
    boolean isObject = type.startsWith("L");
    boolean isOfJdk = type.startsWith("Ljava/lang/") || type.startsWith("Ljava/util/");
    return isObject
        && (!isOfJdk
            || type.startsWith("Ljava/util/concurrent/")
            || type.equals("Ljava/lang/Object;"));
  }
}
