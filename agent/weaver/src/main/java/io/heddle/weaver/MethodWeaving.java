package io.heddle.weaver;

import io.heddle.instrumentation.methods.Matches;
import io.heddle.instrumentation.methods.MethodProbes;
import io.heddle.instrumentation.methods.MethodRule;
import io.heddle.instrumentation.methods.MethodRules;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of {@code heddle.methods} and all that was woven by them. Thread-safe. */
final class MethodWeaving {
  private static final int RULES_NAMED = 3;

  /** A method and the rule that it went to. */
  private record Claim(Matches matches, WovenRule rule) {}

  private final MethodRules rules;
  private final int most;
  private final MethodProbes probes;
  private final Recorder recorder;
  private final Map<MethodRule, Matches> matches = new LinkedHashMap<>();
  private final Map<String, Claim> woven = new HashMap<>();
  private final Set<String> classes = new HashSet<>();
  private boolean isFull;
  private boolean suspends;

  MethodWeaving(MethodRules rules, int most, MethodProbes probes, Recorder recorder) {
    this.rules = rules;
    this.most = most;
    this.probes = probes;
    this.recorder = recorder;
    for (MethodRule rule : rules.rules()) {
      matches.put(rule, new Matches(rule));
    }
  }

  boolean isOf(String text, int limit) {
    return rules.toString().equals(text) && most == limit;
  }

  MethodRules rules() {
    return rules;
  }

  /** What each rule has matched, in the order of the rules. */
  List<Matches> matches() {
    return List.copyOf(matches.values());
  }

  /** What is woven, for its failures. */
  synchronized List<WovenRule> woven() {
    return woven.values().stream().map(Claim::rule).toList();
  }

  /** Whether a class of that name has been woven, in whatever loader. */
  synchronized boolean isWoven(Class<?> loaded) {
    return classes.contains(loaded.getName());
  }

  /** Whether a class that is loaded may have methods to weave. */
  boolean mayConcern(Class<?> loaded) {
    return rules.mayConcernLoaded(loaded.getClassLoader(), loaded.getName().replace('.', '/'));
  }

  /** One line on what is woven now. */
  synchronized String summary() {
    return Setting.METHODS.key()
        + ": "
        + counted(woven.size(), "method", "methods")
        + " woven in "
        + counted(classes.size(), "class", "classes")
        + " by "
        + counted(rules.rules().size(), "rule", "rules");
  }

  private static String counted(int count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  /** Each method goes to the first rule that means it. */
  synchronized Map<WeavableMethod, WovenRule> choose(
      String className, List<MethodRule> concerning, MethodScan scan) {
    Map<WeavableMethod, WovenRule> chosen = new LinkedHashMap<>();
    concerning.forEach(rule -> of(rule).seen(className));
    for (WeavableMethod method : scan.methods()) {
      boolean isFirst = true;
      for (MethodRule rule : concerning) {
        if (means(rule, method, scan)) {
          meant(of(rule), isFirst, className, method, chosen);
          isFirst = false;
        }
      }
    }
    return chosen;
  }

  private void meant(
      Matches rule,
      boolean isFirst,
      String className,
      WeavableMethod method,
      Map<WeavableMethod, WovenRule> chosen) {
    if (isFirst) {
      claim(rule, className, method, chosen);
    } else {
      rule.taken(className, method.name(), method.descriptor());
    }
  }

  /**
   * A chosen method is not woven after all.
   *
   * @return whether it had been chosen
   */
  synchronized boolean refused(String className, WeavableMethod method) {
    Claim claim = woven.remove(className + "." + method.key());
    if (claim == null) {
      return false;
    }
    claim.matches().refused(className, method.name(), method.descriptor());
    if (woven.keySet().stream().noneMatch(key -> key.startsWith(className + "."))) {
      classes.remove(className);
    }
    return true;
  }

  Log log() {
    return recorder.log();
  }

  private Matches of(MethodRule rule) {
    return matches.computeIfAbsent(rule, Matches::new);
  }

  private static boolean means(MethodRule rule, WeavableMethod method, MethodScan scan) {
    return method.isNamed()
        && rule.means(method.name(), method.isPublic(), method.annotations(), scan.annotations());
  }

  private void claim(
      Matches rule,
      String className,
      WeavableMethod method,
      Map<WeavableMethod, WovenRule> chosen) {
    String key = className + "." + method.key();
    Claim known = woven.get(key);
    if (known == null && woven.size() >= most) {
      rule.beyondLimit(method.name());
      tellOnce();
      return;
    }
    chosen.put(method, known != null ? known.rule() : weave(key, rule, className, method));
  }

  private WovenRule weave(String key, Matches rule, String className, WeavableMethod method) {
    rule.woven(className, method.name(), method.descriptor());
    WovenRule made =
        new WovenRule(
            MethodProbes.ENGINE,
            "",
            new Rule(
                className,
                method.name(),
                method.arity(),
                probes.of(rule, className, method.name(), method.descriptor())),
            recorder);
    woven.put(key, new Claim(rule, made));
    classes.add(className);
    if (method.isSuspending() && !suspends) {
      suspends = true;
      tellSuspending(className + "." + method.name());
    }
    return made;
  }

  private void tellSuspending(String method) {
    recorder
        .log()
        .notice(
            Setting.METHODS.key()
                + ": "
                + method
                + " suspends: each of its nodes ends where it waits first, and goes on as another"
                + " call");
  }

  private void tellOnce() {
    if (!isFull) {
      isFull = true;
      recorder
          .log()
          .warn(
              "%s: %s methods are woven, as many as %s allows; further ones stay as they are. Most by: %s"
                  .formatted(Setting.METHODS.key(), most, Setting.METHODS_MAX.key(), greediest()));
    }
  }

  private String greediest() {
    List<Matches> byCount = new ArrayList<>(matches.values());
    byCount.sort(Comparator.comparingInt(Matches::methodCount).reversed());
    return byCount.stream()
        .limit(RULES_NAMED)
        .map(rule -> rule.rule() + " (" + rule.methodCount() + ")")
        .collect(Collectors.joining(", "));
  }
}
