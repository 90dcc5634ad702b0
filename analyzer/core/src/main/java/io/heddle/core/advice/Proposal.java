package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import java.util.List;

/**
 * A recommendation and what it would change in a replay.
 *
 * @param changes empty when following it saves no time
 */
public record Proposal(Recommendation recommendation, List<Change> changes) {
  public Proposal {
    changes = List.copyOf(changes);
  }
}
