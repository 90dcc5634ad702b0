package io.heddle.instrumentation.opentelemetry;

import org.jspecify.annotations.Nullable;

/** The contexts of one copy of the API. Thread-safe. */
final class Contexts {
  private final Call current;
  private final Call storage;
  private final Call stored;
  private final Call get;
  private final Call with;
  private final Call withSpan;
  private final Object nodeKey;

  /**
   * @param names finds the classes of the copy
   */
  Contexts(Names names) throws ReflectiveOperationException {
    Class<?> context = names.type("context.Context");
    Class<?> key = names.type("context.ContextKey");
    current = Call.of(context, "current");
    Class<?> contextStorage = names.type("context.ContextStorage");
    storage = Call.of(contextStorage, "get");
    stored = Call.of(contextStorage, "current");
    get = Call.of(context, "get", key);
    with = Call.of(context, "with", key, Object.class);
    withSpan = Call.of(context, "with", names.type("context.ImplicitContextKeyed"));
    nodeKey = Names.present(Call.of(key, "named", String.class).call("heddle-node"));
  }

  /** The calling thread's context. */
  Object current() {
    return Names.present(current.call());
  }

  /** Whether anybody has made a context current on this thread; if not, it is the root. */
  boolean isAnyAttached() {
    return stored.call(storage.call()) != null;
  }

  /** The node in whose view this context was made; null if in none. */
  @Nullable Object node(Object context) {
    return get.call(context, nodeKey);
  }

  /** That context with the span of a node on top. */
  Object of(Object context, Object span, Long node) {
    Object seen = Names.present(withSpan.call(context, span));
    return Names.present(with.call(seen, nodeKey, node));
  }
}
