package io.heddle.otlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Resource and scope of the spans being read. Both may arrive after their spans, so the spans get
 * them when their message ends. A resource stands in the table once per scope, with the scope's
 * name as an attribute.
 */
final class Origin {
  static final String SCOPE_NAME = "otel.scope.name";
  static final String SCOPE_VERSION = "otel.scope.version";

  final WordBuffer resource = new WordBuffer();
  final WordBuffer scope = new WordBuffer();

  private final Spans spans;
  private final WordBuffer both = new WordBuffer();
  private final List<Part> parts = new ArrayList<>();
  private int scopeStart;

  /** Spans of one scope. */
  private record Part(int from, int to, WordBuffer scope) {}

  Origin(Spans spans) {
    this.spans = spans;
  }

  void startResource() {
    resource.clear();
    parts.clear();
  }

  void startScope() {
    scope.clear();
    scopeStart = spans.size();
  }

  void endScope() {
    if (spans.size() > scopeStart) {
      WordBuffer copy = new WordBuffer();
      copy.addAll(scope);
      parts.add(new Part(scopeStart, spans.size(), copy));
    }
  }

  void endResource() {
    for (Part part : parts) {
      both.clear();
      both.addAll(resource);
      both.addAll(part.scope);
      spans.setResource(part.from, part.to, spans.internResource(both));
    }
  }
}
