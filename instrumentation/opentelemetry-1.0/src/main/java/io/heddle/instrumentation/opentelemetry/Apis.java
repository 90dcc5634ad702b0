package io.heddle.instrumentation.opentelemetry;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The copies of the API in this process. With OpenTelemetry's Java agent only the agent's counts:
 * it answers for the applications' copies too. Keeps no class loader alive. Thread-safe.
 */
final class Apis {
  private final List<WeakReference<Class<?>>> contexts = new CopyOnWriteArrayList<>();

  /** By classes of contexts; kept by these themselves, so that it goes with their loader. */
  private final ClassValue<Optional<Api>> byClass =
      new ClassValue<>() {
        @Override
        protected Optional<Api> computeValue(Class<?> type) {
          return Optional.ofNullable(found(type));
        }
      };

  private volatile @Nullable Api ofAgent;

  /**
   * The copy that {@code type} is a context of; null if none that counts.
   *
   * @param type the interface {@code Context} or a class that implements it
   */
  @Nullable Api of(Class<?> type) {
    Api known = byClass.get(type).orElse(null);
    Api agent = ofAgent;
    return agent == null ? known : agent == known ? known : null;
  }

  private @Nullable Api found(Class<?> type) {
    if (!Names.isContext(type)) {
      Class<?> implemented = implemented(type);
      return implemented == null ? null : byClass.get(implemented).orElse(null);
    }
    try {
      Api api = new Api(Names.of(type));
      add(type, api);
      return api;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      return null;
    }
  }

  private static @Nullable Class<?> implemented(@Nullable Class<?> type) {
    if (type == null || Names.isContext(type)) {
      return type;
    }
    for (Class<?> parent : type.getInterfaces()) {
      Class<?> context = implemented(parent);
      if (context != null) {
        return context;
      }
    }
    return implemented(type.getSuperclass());
  }

  private void add(Class<?> context, Api api) {
    if (api.isOfAgent()) {
      ofAgent = api;
    }
    contexts.removeIf(known -> known.refersTo(null) || known.refersTo(context));
    contexts.add(new WeakReference<>(context));
  }

  /** All that count. */
  List<Api> all() {
    Api agent = ofAgent;
    if (agent != null) {
      return List.of(agent);
    }
    return contexts.isEmpty()
        ? List.of()
        : contexts.stream()
            .map(WeakReference::get)
            .filter(Objects::nonNull)
            .flatMap(context -> byClass.get(context).stream())
            .toList();
  }
}
