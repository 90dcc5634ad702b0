package io.heddle.instrumentation.methods;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code heddle.methods}. Immutable. Asked about every class that is loaded, so a name
 * that no rule concerns costs a few comparisons.
 *
 * <pre>
 *   rules  = rule { ";" rule }
 *   rule   = [ "node:" | "workflow:" ] place [ "=" name ]
 *   place  = class "[" method { "," method } "]" | "@" annotation [ "[" method { "," method } "]" ]
 * </pre>
 *
 * <p>In a class {@code *} stands for any characters of one package or class name and {@code **} for
 * any at all, in a method {@code *} for any. A name may contain {@code {class}}, {@code {method}}
 * and {@code {0}} to {@code {3}}, the arguments.
 */
public final class MethodRules {
  /** No rule. */
  public static final MethodRules NONE = new MethodRules("", List.of());

  private final String text;
  private final List<MethodRule> rules;
  private final boolean looksAtAnnotations;

  private MethodRules(String text, List<MethodRule> rules) {
    this.text = text;
    this.rules = rules;
    this.looksAtAnnotations = hasAnnotation(rules);
  }

  private static boolean hasAnnotation(List<MethodRule> rules) {
    for (MethodRule rule : rules) {
      if (rule.annotation() != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads rules.
   *
   * @throws IllegalArgumentException naming the column, counted from 1, if they cannot be read
   */
  public static MethodRules parse(String text) {
    return text.isBlank() ? NONE : new MethodRules(text, new RuleParser(text).parse());
  }

  /** Each rule, in the order written. */
  public List<MethodRule> rules() {
    return rules;
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whether a class that is loaded already may have a method of a rule. */
  public boolean mayConcernLoaded(@Nullable ClassLoader loader, String internalName) {
    if (rules.isEmpty() || isForbidden(loader, internalName)) {
      return false;
    }
    byte[] classFile = looksAtAnnotations ? ClassFile.of(loader, internalName) : null;
    return !concerning(loader, internalName, classFile).isEmpty();
  }

  /**
   * The rules that may mean a method of that class; classes of the JDK and of the agent have none.
   *
   * @param classFile null if only the name is known: then annotations are not looked for
   */
  public List<MethodRule> concerning(
      @Nullable ClassLoader loader, String internalName, byte @Nullable [] classFile) {
    if (rules.isEmpty() || isForbidden(loader, internalName)) {
      return List.of();
    }
    List<MethodRule> concerning = List.of();
    for (MethodRule rule : rules) {
      if (concerns(rule, internalName, classFile)) {
        concerning = concerning.isEmpty() ? new ArrayList<>() : concerning;
        concerning.add(rule);
      }
    }
    return concerning;
  }

  private static boolean concerns(
      MethodRule rule, String internalName, byte @Nullable [] classFile) {
    String annotation = rule.annotation();
    return annotation == null
        ? rule.mayConcern(internalName)
        : classFile != null && Constants.mention(classFile, annotation);
  }

  @SuppressWarnings("ReferenceEquality") // there is one platform loader
  private static boolean isForbidden(@Nullable ClassLoader loader, String internalName) {
    return loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || Reserved.isOfTheJdk(internalName)
        || loader.getClass().getName().startsWith("io.heddle.agent.");
  }

  /** As its user wrote it. */
  @Override
  public String toString() {
    return text;
  }
}
