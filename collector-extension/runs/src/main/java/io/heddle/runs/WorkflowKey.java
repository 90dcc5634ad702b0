package io.heddle.runs;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A workflow of an application.
 *
 * @param service {@code service.name}
 * @param name the workflow's name
 * @param version hash of its graph and {@code service.version}; null when neither is known
 */
public record WorkflowKey(String service, String name, @Nullable String version)
    implements Comparable<WorkflowKey> {
  private static final Comparator<WorkflowKey> ORDER =
      Comparator.comparing(WorkflowKey::service)
          .thenComparing(WorkflowKey::name)
          .thenComparing(
              WorkflowKey::version, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  @Override
  public int compareTo(WorkflowKey other) {
    return ORDER.compare(this, other);
  }
}
