package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import java.util.Comparator;

/** A node of a workflow: its name within its service. */
public record NodeKey(String service, String node) implements Comparable<NodeKey> {
  private static final Comparator<NodeKey> ORDER =
      Comparator.comparing(NodeKey::service).thenComparing(NodeKey::node);

  public static NodeKey of(Execution execution) {
    return new NodeKey(execution.service(), execution.node());
  }

  @Override
  public int compareTo(NodeKey other) {
    return ORDER.compare(this, other);
  }
}
