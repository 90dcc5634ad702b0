package io.heddle.core.replay;

import io.heddle.runs.Run;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of which every run is asked what they do; what all runs share is looked up once. */
final class Question {
  private static final BitSet NO_HIT = new BitSet();

  private final List<Change> changes;
  private final List<Branches> branches;

  /** By number of the name, whether a change speaks of it. */
  private final boolean[] meant;

  private final Map<Change, List<BitSet>> hits = new HashMap<>();

  private final BitSet filling = new BitSet();
  private final Treatments treatments;

  Question(List<Change> changes, List<Run> runs, Places places) {
    this.changes = changes;
    branches = Branches.of(places, changes);
    meant = new boolean[places.names()];
    treatments = Treatments.of(changes, places);
    for (Change change : changes) {
      change.names().forEach(name -> mean(places.name(name)));
      if (change instanceof Change.Cache cache) {
        Repeats repeats = Repeats.of(runs, cache);
        hits.put(change, repeats.hitsByRun(cache.ttl(), runs.size()));
        filling.or(repeats.filling(cache.ttl()));
      }
    }
  }

  private void mean(int name) {
    if (name != Places.NONE) {
      meant[name] = true;
    }
  }

  List<Change> changes() {
    return changes;
  }

  /** Of the changes that lift an order. */
  List<Branches> branches() {
    return branches;
  }

  /** Of the changes of executions one by one. */
  Treatments treatments() {
    return treatments;
  }

  /** Whether the run has anything that a change speaks of. */
  boolean concerns(Layout layout) {
    for (int i = 1; i < layout.size; i++) {
      if (meant[layout.name(i)]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the run has executions of more than one branch of any change. */
  boolean parts(Layout layout) {
    for (Branches of : branches) {
      if (of.part(layout)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cache is filled in the run, and answers others. */
  boolean fills(int position) {
    return filling.get(position);
  }

  /** The executions of a run that a change answers from a cache. */
  BitSet hits(Change change, int position) {
    List<BitSet> byRun = hits.isEmpty() ? null : hits.get(change);
    return byRun == null ? NO_HIT : byRun.get(position);
  }
}
