package io.heddle.recorder.settings;

import io.heddle.recorder.settings.GivenSetting.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of ours that mean nothing: misspelt ones. In the environment, where a platform may put
 * variables of its own for a service that is called heddle, only what is nearly a setting.
 */
final class UnknownSettings {
  private static final String OURS = "heddle.";

  /** Up to so many wrong characters are a slip. */
  private static final int SLIP = 2;

  /** Read by the start-up classes alone, and what our command line gives itself. */
  private static final List<String> OTHERS =
      List.of("heddle.hook", "heddle.home", "heddle.stdout.terminal", "heddle.stderr.terminal");

  private UnknownSettings() {}

  /** One problem for each. */
  static List<String> problems(Collection<GivenSetting> given) {
    List<String> problems = new ArrayList<>();
    for (GivenSetting setting : given) {
      if (setting.name().startsWith(OURS) && !isKnown(setting.name())) {
        add(problems, setting, nearest(setting.name()));
      }
    }
    problems.sort(null);
    return problems;
  }

  private static void add(List<String> problems, GivenSetting setting, @Nullable Setting nearest) {
    boolean isInEnvironment = setting.origin() == Origin.ENVIRONMENT;
    if (nearest != null) {
      problems.add(
          isInEnvironment
              ? variable(setting.name()) + " is no setting; " + nearest.variable() + " is"
              : setting.name() + " is no setting; " + nearest.key() + " is");
    } else if (!isInEnvironment) {
      problems.add(setting.name() + " is no setting");
    }
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static boolean isKnown(String name) {
    for (Setting setting : Setting.values()) {
      if (setting.key().equals(name)) {
        return true;
      }
    }
    return OTHERS.contains(name);
  }

  /** The one that was probably meant; null if none is near. */
  private static @Nullable Setting nearest(String name) {
    Setting nearest = null;
    int least = SLIP + 1;
    for (Setting setting : Setting.values()) {
      int distance = Spelling.distance(name, setting.key());
      if (distance < least) {
        least = distance;
        nearest = setting;
      }
    }
    return nearest;
  }
}
