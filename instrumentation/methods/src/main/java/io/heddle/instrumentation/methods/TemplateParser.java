package io.heddle.instrumentation.methods;

import java.util.ArrayList;
import java.util.List;

/** Reads the name in a rule. */
final class TemplateParser {
  private final String text;
  private final int end;
  private int at;

  /**
   * @param text the whole setting, for the columns of errors
   */
  TemplateParser(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  NameTemplate parse() {
    List<NameTemplate.Part> parts = new ArrayList<>();
    while (at < end) {
      parts.add(text.charAt(at) == '{' ? variable() : literal());
    }
    if (parts.isEmpty()) {
      throw RuleParser.badAt(text, at, "expected a name");
    }
    return new NameTemplate(List.copyOf(parts));
  }

  private NameTemplate.Part literal() {
    int brace = text.indexOf('{', at);
    int stop = brace < 0 || brace > end ? end : brace;
    String literal = text.substring(at, stop);
    at = stop;
    return new NameTemplate.Part(NameTemplate.LITERAL, literal);
  }

  private NameTemplate.Part variable() {
    int close = text.indexOf('}', at);
    if (close < 0 || close >= end) {
      throw RuleParser.badAt(text, at, "expected '}' after '{'");
    }
    String variable = text.substring(at + 1, close);
    NameTemplate.Part part = part(variable);
    at = close + 1;
    return part;
  }

  private NameTemplate.Part part(String variable) {
    if (variable.length() == 1 && variable.charAt(0) >= '0' && variable.charAt(0) <= '3') {
      return new NameTemplate.Part(variable.charAt(0) - '0', variable);
    }
    return switch (variable) {
      case "class" -> new NameTemplate.Part(NameTemplate.CLASS, variable);
      case "method" -> new NameTemplate.Part(NameTemplate.METHOD, variable);
      default -> throw RuleParser.badAt(text, at, "a name knows {class}, {method} and {0} to {3}");
    };
  }
}
