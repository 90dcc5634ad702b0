package io.heddle.core.replay;

import io.heddle.runs.Content;
import io.heddle.runs.Execution;
import io.heddle.runs.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What makes two executions of one kind ask the same.
 *
 * @param model that was asked
 */
record Input(Content content, @Nullable String model) {
  /** Null when unknown. */
  static @Nullable Input of(Execution execution) {
    Content content = execution.evidence().input();
    Usage usage = execution.usage();
    return content == null
        ? null
        : new Input(content, usage == null ? null : usage.model().requested());
  }
}
