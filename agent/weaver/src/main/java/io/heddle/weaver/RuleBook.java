package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.Companion;
import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rules of all engine modules, by the class they mean. Filled at start, then only read. */
public final class RuleBook {
  private static final boolean HOOK_IS_OF_THE_JDK = HeddleHook.class.getModule().isNamed();

  private final Map<String, List<WovenRule>> byClass = new HashMap<>();
  private final List<WovenRule> rules = new ArrayList<>();
  private final Map<String, Companion> companions = new HashMap<>();
  private final Recorder recorder;

  RuleBook(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Adds the rules of {@code module}. */
  void add(EngineModule module) {
    List<Rule> added = module.rules(recorder);
    for (Rule rule : added) {
      add(new WovenRule(module.name(), module.versions(), rule, recorder));
    }
    if (module instanceof Companion companion) {
      for (Rule rule : added) {
        companions.put(rule.className(), companion);
      }
    }
  }

  /** Adds the rules of {@code engine}; a place that has a rule already keeps it. */
  void add(String engine, List<Rule> added) {
    for (Rule rule : added) {
      add(new WovenRule(engine, "", rule, recorder));
    }
  }

  private void add(WovenRule added) {
    if (isOfTheJdk(added.rule().className()) && !HOOK_IS_OF_THE_JDK) {
      recorder.log().warn("rule ignored, the hook is not in java.lang: " + added);
      return;
    }
    List<WovenRule> ofClass = byClass.get(internalName(added.rule().className()));
    if (ofClass == null) { // no lambda: this may run before the application's main method
      ofClass = new ArrayList<>();
      byClass.put(internalName(added.rule().className()), ofClass);
    }
    for (WovenRule present : ofClass) {
      if (isSamePlace(present.rule(), added.rule())) {
        recorder.log().warn("rule ignored, " + present + " is there already: " + added);
        return;
      }
    }
    ofClass.add(added);
    rules.add(added);
  }

  /** Whether a class of that name is the JDK's own, which sees no class but those beside it. */
  static boolean isOfTheJdk(String className) {
    return className.startsWith("java.");
  }

  private static boolean isSamePlace(Rule one, Rule other) {
    return one.methodName().equals(other.methodName()) && one.arity() == other.arity();
  }

  private static String internalName(String className) {
    return className.replace('.', '/');
  }

  /** The rules of a class; none for nearly all classes. */
  List<WovenRule> of(String internalName) {
    return byClass.getOrDefault(internalName, List.of());
  }

  /** The internal names of all classes that have a rule of an engine. */
  SortedSet<String> engineClassNames() {
    SortedSet<String> names = new TreeSet<>(byClass.keySet());
    for (String companion : companions.keySet()) {
      names.remove(internalName(companion));
    }
    return names;
  }

  /** The companions by the binary names of their classes. */
  Map<String, Companion> companions() {
    return Map.copyOf(companions);
  }

  /** Every rule, in the order of the modules. */
  public List<WovenRule> rules() {
    return List.copyOf(rules);
  }
}
