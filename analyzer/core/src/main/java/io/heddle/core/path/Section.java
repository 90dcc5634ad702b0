package io.heddle.core.path;

import io.heddle.runs.Execution;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a critical path, half open.
 *
 * @param owner whose time it is; of a queue or back-off section the execution that waited
 * @param startNs since the epoch
 * @param endNs since the epoch, after the start
 * @param callee the service waited for; null unless the kind is {@link SectionKind#EDGE}
 */
public record Section(
    Execution owner, long startNs, long endNs, SectionKind kind, @Nullable String callee) {

  public long durationNs() {
    return endNs - startNs;
  }
}
