package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import io.heddle.runs.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the nodes of executions, from 0 in order of appearance, so that who counts by node
 * needs no look-up by name. Not thread-safe.
 */
@SuppressWarnings(
    "ReferenceEquality") // a shared object needs no comparison; any other is looked up
public final class NodeNumbers {
  private static final int SLOTS = 256;

  private final Map<NodeKey, Integer> numbers = new HashMap<>();
  private final List<NodeKey> keys = new ArrayList<>();

  /** Executions that agree in their traits share them: the object alone tells the node. */
  private final @Nullable Traits[] seen = new Traits[SLOTS];

  private final int[] numberOfSeen = new int[SLOTS];

  /** Numbers of the names, and by number of the node that of its name. */
  private final Map<String, Integer> names = new HashMap<>();

  private final List<Integer> nameOfNode = new ArrayList<>();

  /** The number of the execution's node. */
  public int of(Execution execution) {
    Traits traits = execution.traits();
    int slot = System.identityHashCode(traits) & (SLOTS - 1);
    if (seen[slot] != traits) {
      seen[slot] = traits;
      numberOfSeen[slot] = of(NodeKey.of(execution));
    }
    return numberOfSeen[slot];
  }

  int of(NodeKey key) {
    Integer known = numbers.putIfAbsent(key, keys.size());
    if (known == null) {
      keys.add(key);
      nameOfNode.add(names.computeIfAbsent(key.node(), unseen -> names.size()));
      return keys.size() - 1;
    }
    return known;
  }

  /** The number of the name of the execution's node, equal for nodes of several services. */
  public int nameOf(Execution execution) {
    return nameOfNode.get(of(execution));
  }

  /** How many nodes there are so far. */
  public int size() {
    return keys.size();
  }

  /** The node of that number. */
  public NodeKey key(int number) {
    return keys.get(number);
  }
}
