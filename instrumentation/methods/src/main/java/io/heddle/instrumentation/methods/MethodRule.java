package io.heddle.instrumentation.methods;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule of {@code heddle.methods}. Immutable. */
public final class MethodRule {
  private final String text;
  private final Role role;
  private final @Nullable Glob classes;
  private final @Nullable String annotation;
  private final List<Glob> methods;
  private final NameTemplate name;

  private MethodRule(
      Head head, @Nullable Glob classes, @Nullable String annotation, List<Glob> methods) {
    this.text = head.text();
    this.role = head.role();
    this.name = head.name();
    this.classes = classes;
    this.annotation = annotation;
    this.methods = methods;
  }

  /**
   * What every rule has.
   *
   * @param text the rule as its user wrote it
   */
  record Head(String text, Role role, NameTemplate name) {}

  /**
   * @param classes matches internal names
   */
  static MethodRule ofClasses(Head head, Glob classes, List<Glob> methods) {
    return new MethodRule(head, classes, null, methods);
  }

  /**
   * @param descriptor of the annotation
   * @param methods empty for all that are meant
   */
  static MethodRule ofAnnotation(Head head, String descriptor, List<Glob> methods) {
    return new MethodRule(head, null, descriptor, methods);
  }

  public Role role() {
    return role;
  }

  NameTemplate name() {
    return name;
  }

  /** The descriptor of the annotation that is asked for; null if classes are named. */
  @Nullable String annotation() {
    return annotation;
  }

  /** Whether the name of a class tells that no method of it is meant. */
  boolean mayConcern(String internalName) {
    return classes == null || classes.matches(internalName);
  }

  /**
   * Whether a method is meant, in a class that {@link MethodRules#concerning} has let pass.
   *
   * @param annotations descriptors of those on the method
   * @param ofClass descriptors of those on its class
   */
  public boolean means(
      String method, boolean isPublic, Set<String> annotations, Set<String> ofClass) {
    return isNamed(method, annotations)
        && (annotation == null
            || annotations.contains(annotation)
            || (isPublic && ofClass.contains(annotation)));
  }

  private boolean isNamed(String method, Set<String> annotations) {
    for (Glob glob : methods) {
      if (glob.matches(method) && (glob.isExact() || isByHand(glob, method, annotations))) {
        return true;
      }
    }
    return methods.isEmpty();
  }

  /** A star does not mean what compilers add, as lambdas and accessors of other languages. */
  private static boolean isByHand(Glob glob, String method, Set<String> annotations) {
    if (method.indexOf('$') >= 0 && glob.toString().indexOf('$') < 0) {
      return false;
    }
    for (String annotation : annotations) {
      if (annotation.endsWith("/Generated;")) {
        return false;
      }
    }
    return true;
  }

  /** The methods that it names without a star; each of them should be there. */
  public List<String> exactMethods() {
    return methods.stream().filter(Glob::isExact).map(Glob::toString).toList();
  }

  /** Whether it names one class, which should be there. */
  public boolean isOfOneClass() {
    return classes != null && classes.isExact();
  }

  /** The rule as its user wrote it. */
  @Override
  public String toString() {
    return text;
  }
}
