package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.instrumentation.spi.Probe;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code AgentState.data()}: a node asks for the map behind its state and gets an equal one of the
 * same class that tells what is looked at.
 */
record DataProbe(Engine engine) implements Probe {
  private static final Member DATA = Member.field("data");

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (self == null || result == null) {
      return result;
    }
    Position here = Position.of(engine);
    OpenNode reader = here.isInsideValue(self) ? null : here.reader(self);
    return reader == null ? result : view((Map<String, @Nullable Object>) DATA.in(self), reader);
  }

  private static Object view(Map<String, @Nullable Object> data, OpenNode reader) {
    Map<?, ?> view = Collections.unmodifiableMap(new RecordingMap(data, reader));
    reader.handedOut(view, data);
    return view;
  }
}
