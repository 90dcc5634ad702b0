package io.heddle.weaver;

import io.heddle.instrumentation.methods.MethodRule;
import io.heddle.recorder.settings.Setting;
import java.util.List;
import java.util.Map;

/** The methods of one class that rules of {@code heddle.methods} mean. For one weaving. */
final class MethodChoice implements ClassWeaver.Choice {
  private final MethodWeaving weaving;
  private final String className;
  private final List<MethodRule> concerning;
  private Map<WeavableMethod, WovenRule> chosen = Map.of();

  /**
   * @param className binary name
   */
  MethodChoice(MethodWeaving weaving, String className, List<MethodRule> concerning) {
    this.weaving = weaving;
    this.className = className;
    this.concerning = concerning;
  }

  @Override
  public Map<WeavableMethod, WovenRule> of(MethodScan scan) {
    chosen = weaving.choose(className, concerning, scan);
    return chosen;
  }

  @Override
  public void refused(WeavableMethod method, String why) {
    if (weaving.refused(className, method)) {
      warn("a method stays as it is: " + why);
    }
  }

  @Override
  public void failed(Throwable failure, String origin) {
    chosen.keySet().forEach(method -> weaving.refused(className, method));
    warn("%s of %s stays as it is: %s".formatted(className, origin, failure));
  }

  private void warn(String what) {
    weaving.log().warn(Setting.METHODS.key() + ": " + what);
  }
}
