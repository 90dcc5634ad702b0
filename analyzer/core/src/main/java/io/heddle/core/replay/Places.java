package io.heddle.core.replay;

import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Execution;
import io.heddle.runs.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for where executions stand: a place is a node under the place of its parent, a slot is
 * the n-th execution at a place below one parent. Names and keys of nodes are numbered too, so that
 * runs can be told apart without looking at text.
 */
@SuppressWarnings(
    "ReferenceEquality") // a shared object needs no comparison; any other is looked up
final class Places {
  static final int NONE = -1;

  /** Executions beyond share the last slot, so that a long loop cannot grow the tables. */
  private static final int ORDINALS = 64;

  private static final int RECENT = 1_024;

  private final Map<Place, Integer> places = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<NodeKey, Integer> keys = new HashMap<>();
  private final List<NodeKey> keysByNumber = new ArrayList<>();
  private final List<Ints> slotsOfPlace = new ArrayList<>();
  private final Ints ordinals = new Ints();
  private final Ints nameOfPlace = new Ints();
  private final Ints keyOfPlace = new Ints();
  private int slots;

  /** Places just asked for, since executions that agree in their traits share them. */
  private final @Nullable Traits[] recentTraits = new Traits[RECENT];

  private final int[] recentParents = new int[RECENT];
  private final int[] recentPlaces = new int[RECENT];

  int place(int parent, Execution execution) {
    Traits traits = execution.traits();
    int recent = (31 * System.identityHashCode(traits) + parent) & (RECENT - 1);
    if (recentTraits[recent] != traits || recentParents[recent] != parent) {
      recentTraits[recent] = traits;
      recentParents[recent] = parent;
      recentPlaces[recent] = find(parent, execution);
    }
    return recentPlaces[recent];
  }

  private int find(int parent, Execution execution) {
    Place place = new Place(parent, execution.service(), execution.node());
    Integer known = places.get(place);
    return known == null ? add(place, NodeKey.of(execution)) : known;
  }

  private int add(Place place, NodeKey key) {
    int number = places.size();
    places.put(place, number);
    slotsOfPlace.add(new Ints());
    ordinals.add(0);
    nameOfPlace.add(names.computeIfAbsent(key.node(), unseen -> names.size()));
    keyOfPlace.add(keys.computeIfAbsent(key, unseen -> keys.size()));
    if (keysByNumber.size() < keys.size()) {
      keysByNumber.add(key);
    }
    return number;
  }

  /**
   * @param ordinal from 0; all smaller ones were asked for before
   */
  int slot(int place, int ordinal) {
    Ints known = slotsOfPlace.get(place);
    int capped = Math.min(ordinal, ORDINALS - 1);
    if (capped == known.size()) {
      known.add(slots++);
    }
    return known.get(capped);
  }

  /** Counts the executions at a place below one parent, from 0. */
  int nextOrdinal(int place) {
    int ordinal = ordinals.get(place);
    ordinals.set(place, ordinal + 1);
    return ordinal;
  }

  /** Counts from 0 again. */
  void restart(int place) {
    ordinals.set(place, 0);
  }

  /** How many slots there are. */
  int slots() {
    return slots;
  }

  /** A number for the node's name, equal for all places of that name. */
  int name(int place) {
    return nameOfPlace.get(place);
  }

  /** The number of a node's name; {@link #NONE} when nothing of that name was ever executed. */
  int name(String node) {
    return names.getOrDefault(node, NONE);
  }

  /** How many different names there are. */
  int names() {
    return names.size();
  }

  /** A number for the node, equal for all places where it stands. */
  int key(int place) {
    return keyOfPlace.get(place);
  }

  /** All nodes; what {@link #key} numbers. */
  List<NodeKey> keys() {
    return keysByNumber;
  }

  private record Place(int parent, String service, String node) {}
}
