package io.heddle.core.replay;

import io.heddle.contract.SpanAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of state as evidence lists them. */
final class DataNames {
  /** The names that were seen; none when nobody looked or when every name is meant. */
  static List<String> of(@Nullable List<String> names) {
    return names == null || names.contains(SpanAttributes.ALL) ? List.of() : names;
  }

  private DataNames() {}
}
