package io.heddle.recorder;

import io.heddle.recorder.export.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an execution carries that does not fit into slots. One thread at a time. */
final class Details {
  private static final int MAX_ATTRIBUTES = 128;

  private @Nullable String name;
  private @Nullable String type;
  private @Nullable Throwable error;
  private final List<Attribute> attributes = new ArrayList<>();

  static Details ofOperation(String name, String type) {
    Details details = new Details();
    details.name = name;
    details.type = type;
    return details;
  }

  /** The last value of a name counts. False when the bound is reached. */
  boolean add(String key, Object value) {
    attributes.removeIf(attribute -> attribute.key().equals(key));
    return attributes.size() < MAX_ATTRIBUTES && attributes.add(new Attribute(key, value));
  }

  void fail(Throwable cause) {
    error = cause;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String type() {
    return type;
  }

  @Nullable Throwable error() {
    return error;
  }

  List<Attribute> attributes() {
    return attributes;
  }
}
