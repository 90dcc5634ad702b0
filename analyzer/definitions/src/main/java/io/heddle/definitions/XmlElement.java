package io.heddle.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of an XML document.
 *
 * @param name without prefix
 * @param attributes by name without prefix; one without a namespace wins
 */
record XmlElement(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<XmlElement> children,
    StringBuilder text,
    int line,
    int column) {
  XmlElement(String namespace, String name, Map<String, String> attributes, int line, int column) {
    this(namespace, name, attributes, new ArrayList<>(), new StringBuilder(), line, column);
  }

  String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  String attribute(String wanted, String otherwise) {
    String value = attribute(wanted);
    return value.isEmpty() ? otherwise : value;
  }

  Stream<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  boolean has(String wanted) {
    return children(wanted).findAny().isPresent();
  }

  /** The text of the first such element below, at any of the given steps; empty for none. */
  String textAt(String... path) {
    XmlElement at = this;
    for (String step : path) {
      List<XmlElement> found = at.children(step).limit(1).toList();
      if (found.isEmpty()) {
        return "";
      }
      at = found.get(0);
    }
    return at.text.toString().strip();
  }
}
