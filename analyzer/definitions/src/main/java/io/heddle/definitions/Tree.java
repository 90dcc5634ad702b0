package io.heddle.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON or YAML document, and where it stands. Asking for what is not there is safe.
 */
final class Tree {
  private static final Tree MISSING = new Tree(0, 0);

  final int line;
  final int column;
  private @Nullable Map<String, Tree> fields;
  private @Nullable List<Tree> items;
  private @Nullable String text;
  private long size = 1;

  private Tree(int line, int column) {
    this.line = line;
    this.column = column;
  }

  static Tree object(int line, int column) {
    Tree tree = new Tree(line, column);
    tree.fields = new LinkedHashMap<>();
    return tree;
  }

  static Tree list(int line, int column) {
    Tree tree = new Tree(line, column);
    tree.items = new ArrayList<>();
    return tree;
  }

  /** A scalar; null stands for the documents' null. */
  static Tree scalar(@Nullable String text, int line, int column) {
    Tree tree = new Tree(line, column);
    tree.text = text;
    return tree;
  }

  /** Adds to an object under the name, or to a list; false when the name is taken. */
  boolean add(@Nullable String name, Tree value) {
    size += value.size;
    if (fields != null) {
      return fields.putIfAbsent(String.valueOf(name), value) == null;
    }
    return items != null && items.add(value);
  }

  /** How many values are in it, each as often as it is used. */
  long size() {
    return size;
  }

  boolean isObject() {
    return fields != null;
  }

  boolean isList() {
    return items != null;
  }

  /** Whether there is a value that is not null. */
  boolean exists() {
    return fields != null || items != null || text != null;
  }

  /** A field of a field; something that does not exist when there is none. */
  Tree get(String... path) {
    Tree at = this;
    for (String name : path) {
      at = at.fields == null ? MISSING : at.fields.getOrDefault(name, MISSING);
    }
    return at;
  }

  boolean has(String name) {
    return fields != null && fields.containsKey(name);
  }

  Set<String> names() {
    return fields == null ? Set.of() : fields.keySet();
  }

  /** Elements of a list; none of anything else. */
  List<Tree> items() {
    return items == null ? List.of() : items;
  }

  /** What lies directly in it. */
  Iterable<Tree> children() {
    return fields == null ? items() : fields.values();
  }

  /** A scalar as text. */
  @Nullable String text() {
    return text;
  }

  String text(String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  boolean isTrue() {
    return "true".equalsIgnoreCase(text);
  }

  OptionalDouble number() {
    try {
      double value = text == null ? Double.NaN : Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notOne) {
      return OptionalDouble.empty();
    }
  }

  /** The error that something is wrong here. */
  DefinitionFormatException wrong(String what) {
    return DefinitionFormatException.at(what, line, column);
  }
}
