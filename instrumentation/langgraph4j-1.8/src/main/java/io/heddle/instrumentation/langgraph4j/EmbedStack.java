package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The generators behind one that its user asks: the engine's own of a run at the bottom, above it
 * one that a node returned, as long as that is asked first.
 */
final class EmbedStack {
  private static final Member FIRST = Member.field("firstEmbed");
  private static final Member STACK = Member.field("generatorStack");

  /** Up to 4.2 of the generators' library, which has no other place for the first one. */
  private static final Member OLDER_STACK = Member.field("generatorsStack");

  private static final Member GENERATOR = Member.method("generator");

  private EmbedStack() {}

  /** The engine's own generator, that of a run; null if the stream has ended. */
  static @Nullable Object generatorOf(Object stream) {
    Object own = first(stream);
    return own == null ? null : GENERATOR.in(own);
  }

  /** Whether the engine's own is asked next. */
  @SuppressWarnings("ReferenceEquality") // one generator is one object
  static boolean isEngineAsked(Object stream) {
    return of(stream).peek() == first(stream);
  }

  private static @Nullable Object first(Object stream) {
    return FIRST.isIn(stream) ? FIRST.of(stream) : of(stream).peekLast();
  }

  private static Deque<?> of(Object stream) {
    return (Deque<?>) (STACK.isIn(stream) ? STACK : OLDER_STACK).in(stream);
  }
}
