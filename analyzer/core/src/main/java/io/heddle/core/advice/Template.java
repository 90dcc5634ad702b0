package io.heddle.core.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Text with places for values, {@code {name}}. Where several nodes are meant, each line that names
 * {@code {node}} is repeated for each of them.
 */
final class Template {
  private static final String NODE = "{node}";

  /** Separates the nodes in the value of {@code node}. */
  static final String SEPARATOR = "\n";

  static String fill(String template, Map<String, String> values) {
    List<String> lines = new ArrayList<>();
    for (String line : template.split("\n", -1)) {
      if (line.contains(NODE)) {
        for (String node : values.getOrDefault("node", NODE).split(SEPARATOR, -1)) {
          lines.add(line.replace(NODE, node));
        }
      } else {
        lines.add(line);
      }
    }
    String text = String.join("\n", lines);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private Template() {}
}
