package io.heddle.instrumentation.methods;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Recorder;

/** Makes the probes of woven methods. */
public final class MethodProbes {
  /** The value of {@code heddle.engine}. */
  public static final String ENGINE = "methods";

  private final Recorder recorder;

  public MethodProbes(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * The probe of all methods of that name in that class.
   *
   * @param className binary name
   */
  public Probe of(Matches matches, String className, String method) {
    MethodRule rule = matches.rule();
    CallNames names = new CallNames(rule.name(), className, method);
    return switch (rule.role()) {
      case NODE -> new NodeProbe(recorder, names, matches);
      case WORKFLOW -> new WorkflowProbe(recorder, names);
    };
  }
}
