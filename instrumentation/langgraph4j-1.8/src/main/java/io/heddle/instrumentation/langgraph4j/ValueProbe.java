package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code AgentState.value(String)}: a node reads one name. Allocates nothing. */
record ValueProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object name,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    if (self == null || !(name instanceof String text)) {
      return null;
    }
    Position here = Position.of(engine);
    OpenNode reader = here.reader(self);
    if (reader == null) {
      return null;
    }
    here.valueBegins(reader, text);
    return here;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof Position here) {
      boolean found = result instanceof Optional<?>;
      here.valueEnds(found, result instanceof Optional<?> value ? value.orElse(null) : null);
    }
    return result;
  }
}
