package io.heddle.weaver;

import io.heddle.instrumentation.methods.MethodProbes;
import io.heddle.instrumentation.methods.MethodRule;
import io.heddle.instrumentation.methods.MethodRules;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.settings.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The setting {@code heddle.methods} at work: its rules may change while the JVM runs. Thread-safe.
 */
final class OwnMethods {
  private final MethodProbes probes;
  private final Recorder recorder;
  private volatile MethodWeaving weaving;

  OwnMethods(MethodProbes probes, Recorder recorder) {
    this.probes = probes;
    this.recorder = recorder;
    this.weaving = new MethodWeaving(MethodRules.NONE, 0, probes, recorder);
  }

  /** What is wrong with the setting's value; null if nothing is. */
  static @Nullable String problemOf(String text) {
    try {
      MethodRules.parse(text);
      return null;
    } catch (IllegalArgumentException unreadable) {
      return Setting.METHODS.key() + ": " + unreadable.getMessage();
    }
  }

  /**
   * Puts these rules in force for classes that are loaded or retransformed from now on; rules that
   * cannot be read change nothing.
   *
   * @param text the setting
   * @param most how many methods may be woven
   * @return whether other rules are in force now
   */
  boolean use(String text, int most) {
    try {
      if (weaving.isOf(text, most)) {
        return false;
      }
      weaving = new MethodWeaving(MethodRules.parse(text), most, probes, recorder);
      return true;
    } catch (IllegalArgumentException unreadable) {
      recorder.log().warn(Setting.METHODS.key() + " left out: " + unreadable.getMessage());
      return false;
    }
  }

  /** What is in force. */
  MethodWeaving weaving() {
    return weaving;
  }

  /** What is to be woven in a class. */
  ClassWeaver.Choice in(@Nullable ClassLoader loader, String internalName, byte[] classFile) {
    MethodWeaving current = weaving;
    List<MethodRule> concerning = current.rules().concerning(loader, internalName, classFile);
    return concerning.isEmpty()
        ? ClassWeaver.Choice.NONE
        : new MethodChoice(current, internalName.replace('/', '.'), concerning);
  }
}
