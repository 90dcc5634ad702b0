package io.heddle.instrumentation.methods;

import java.util.ArrayList;
import java.util.List;

/** Reads the rules of {@code heddle.methods}; the grammar stands at {@link MethodRules}. */
final class RuleParser {
  private static final String NODE = "node:";
  private static final String WORKFLOW = "workflow:";

  /** JVMS 4.2.2, and the list's own; Kotlin's and Scala's names have blanks and hyphens. */
  private static final String NOT_IN_A_METHOD = ".;[]/<>,{}";

  private final String text;
  private int at;

  RuleParser(String text) {
    this.text = text;
  }

  List<MethodRule> parse() {
    List<MethodRule> rules = new ArrayList<>();
    skipBlanks();
    while (at < text.length()) {
      rules.add(rule());
      skipBlanks();
      if (at < text.length()) {
        expect(';');
        skipBlanks();
      }
    }
    return List.copyOf(rules);
  }

  private MethodRule rule() {
    int start = at;
    Role role = role();
    boolean isAnnotation = isNext('@');
    at += isAnnotation ? 1 : 0;
    int placeAt = at;
    String place = place();
    List<Glob> methods = methods(isAnnotation);
    NameTemplate name = name();
    MethodRule.Head head = new MethodRule.Head(text.substring(start, at).strip(), role, name);
    if (isAnnotation) {
      requireNoStar(place, placeAt);
      return MethodRule.ofAnnotation(head, "L" + place + ";", methods);
    }
    requireOfTheApplication(place, placeAt);
    return MethodRule.ofClasses(head, new Glob(place), methods);
  }

  private Role role() {
    if (text.startsWith(WORKFLOW, at)) {
      at += WORKFLOW.length();
      return Role.WORKFLOW;
    }
    at += text.startsWith(NODE, at) ? NODE.length() : 0;
    return Role.NODE;
  }

  /** A class name or pattern as an internal name. */
  private String place() {
    int start = at;
    while (at < text.length() && (isName(text.charAt(at)) || isNext('.'))) {
      at++;
    }
    if (at == start) {
      throw bad("expected a class, as in com.acme.Orders[charge]");
    }
    return text.substring(start, at).replace('.', '/');
  }

  private List<Glob> methods(boolean optional) {
    skipBlanks();
    if (optional && !isNext('[')) {
      return List.of();
    }
    expect('[');
    List<Glob> methods = new ArrayList<>();
    do {
      methods.add(method());
      skipBlanks();
    } while (isTaken(','));
    expect(']');
    return List.copyOf(methods);
  }

  private Glob method() {
    skipBlanks();
    int start = at;
    while (at < text.length() && NOT_IN_A_METHOD.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw bad("expected the name of a method");
    }
    return new Glob(text.substring(start, at).stripTrailing());
  }

  private NameTemplate name() {
    skipBlanks();
    if (!isTaken('=')) {
      return NameTemplate.DEFAULT;
    }
    skipBlanks();
    int start = at;
    int end = text.indexOf(';', start);
    at = end < 0 ? text.length() : end;
    int last = at;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new TemplateParser(text, start, last).parse();
  }

  private static boolean isName(char character) {
    return character == '*' || Character.isJavaIdentifierPart(character);
  }

  private void requireNoStar(String annotation, int column) {
    if (annotation.indexOf('*') >= 0) {
      at = column + annotation.indexOf('*');
      throw bad("an annotation is named in full, without *");
    }
  }

  private void requireOfTheApplication(String internalName, int column) {
    if (Reserved.isOfTheJdk(internalName) || Reserved.isOfTheAgent(internalName)) {
      at = column;
      throw bad("classes of the JDK and of the agent are not woven");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean isNext(char character) {
    return at < text.length() && text.charAt(at) == character;
  }

  private boolean isTaken(char character) {
    boolean taken = isNext(character);
    at += taken ? 1 : 0;
    return taken;
  }

  private void expect(char character) {
    if (!isTaken(character)) {
      throw bad("expected '" + character + "'");
    }
  }

  private IllegalArgumentException bad(String why) {
    return badAt(text, at, why);
  }

  /** An error that names its column, counted from 1, and what stands there. */
  static IllegalArgumentException badAt(String text, int at, String why) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IllegalArgumentException(
        "column " + (at + 1) + ": " + why + ", found " + found + ": " + text);
  }
}
