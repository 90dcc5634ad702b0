package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * The constructor of {@code CompiledGraph$AsyncNodeGenerator}: a run to be, and the only moment
 * that tells which node it belongs to, if any.
 */
record GeneratorProbe(Engine engine) implements Probe {
  private static final Member COMPILED_GRAPH = Member.field("this$0");

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (self != null && error == null) {
      CompiledWorkflow workflow = engine.graphs().of(COMPILED_GRAPH.in(self));
      OpenNode within = Position.of(engine).node();
      engine.runs().put(self, new GraphRun(self, workflow, within, engine.openStates()));
    }
    return result;
  }
}
