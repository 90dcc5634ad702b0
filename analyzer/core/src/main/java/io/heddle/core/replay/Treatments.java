package io.heddle.core.replay;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;

/** How the executions of each node change one by one, by number of the node's name. Immutable. */
final class Treatments {
  static final Treatments NONE = new Treatments(0);

  private final List<List<Change.Treatment>> byName = new ArrayList<>();

  private Treatments(int names) {
    for (int name = 0; name < names; name++) {
      byName.add(List.of());
    }
  }

  /** Those among the changes, in their order. */
  static Treatments of(List<Change> changes, Places places) {
    if (changes.stream().noneMatch(Change.Each.class::isInstance)) {
      return NONE;
    }
    Treatments treatments = new Treatments(places.names());
    for (Change change : changes) {
      if (change instanceof Change.Each each && places.name(each.node()) != Places.NONE) {
        treatments.add(places.name(each.node()), each.treatment());
      }
    }
    return treatments;
  }

  private void add(int name, Change.Treatment treatment) {
    List<Change.Treatment> more = new ArrayList<>(byName.get(name));
    more.add(treatment);
    byName.set(name, more);
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** Whether executions of that name change. */
  boolean concern(int name) {
    return !byName.isEmpty() && !byName.get(name).isEmpty();
  }

  /** Whether executions of that name still wait for a server where those are few. */
  boolean needServer(int name) {
    for (Change.Treatment treatment : byName.get(name)) {
      if (!treatment.needsServer()) {
        return false;
      }
    }
    return true;
  }

  long duration(int name, Run run, Execution execution, long before) {
    long duration = before;
    for (Change.Treatment treatment : byName.get(name)) {
      duration = treatment.duration(run, execution, duration);
    }
    return duration;
  }

  long gap(int name, Run run, Execution execution, long recorded) {
    long gap = recorded;
    for (Change.Treatment treatment : byName.get(name)) {
      gap = treatment.gap(run, execution, gap);
    }
    return gap;
  }
}
