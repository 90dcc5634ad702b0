package io.heddle.recorder.settings;

import io.heddle.recorder.settings.GivenSetting.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of ours that mean nothing: misspelt ones. Not looked for in the environment, where a
 * platform may put variables of its own for a service that is called heddle.
 */
final class UnknownSettings {
  private static final String OURS = "heddle.";

  /** Read by the start-up classes alone. */
  private static final String HOOK = "heddle.hook";

  private UnknownSettings() {}

  /** One problem for each. */
  static List<String> problems(Collection<GivenSetting> given) {
    Set<String> known = known();
    List<String> problems = new ArrayList<>();
    for (GivenSetting setting : given) {
      String name = setting.name();
      boolean isAsked = name.startsWith(OURS) && setting.origin() != Origin.ENVIRONMENT;
      if (isAsked && !known.contains(name)) {
        problems.add(name + " is no setting");
      }
    }
    problems.sort(null);
    return problems;
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(Set.of(HOOK));
    for (Setting setting : Setting.values()) {
      known.add(setting.key());
    }
    return known;
  }
}
