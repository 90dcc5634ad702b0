package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code AgentState.toString()}: a node sees the whole state. */
record PrintProbe(Engine engine) implements Probe {
  private static final Member DATA = Member.field("data");

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    OpenNode reader = self == null ? null : Position.of(engine).reader(self);
    if (reader != null && self != null) {
      reader.readAll((Map<?, ?>) DATA.in(self));
    }
    return null;
  }
}
