package io.heddle.runs;

import io.heddle.mapping.SpanMapper;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was made last of a span like the mapper's, and is likely to be right for it too. */
final class ByLikeness<T> {
  private final SpanMapper mapper;
  private @Nullable Object[] last = new Object[64];

  ByLikeness(SpanMapper mapper) {
    this.mapper = mapper;
  }

  /** Null when nothing was kept of such a span. */
  @SuppressWarnings("unchecked")
  @Nullable T get() {
    int likeness = mapper.likeness();
    return likeness < last.length ? (T) last[likeness] : null;
  }

  T keep(T made) {
    int likeness = mapper.likeness();
    if (likeness >= last.length) {
      last = Arrays.copyOf(last, Math.max(likeness + 1, 2 * last.length));
    }
    last[likeness] = made;
    return made;
  }
}
