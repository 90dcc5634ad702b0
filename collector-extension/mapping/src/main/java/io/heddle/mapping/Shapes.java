package io.heddle.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of the spans of a table, found by their signatures. */
final class Shapes {
  private final List<Shape> all = new ArrayList<>();
  private @Nullable Shape[] slots = new Shape[64];

  int size() {
    return all.size();
  }

  /** The shape with this signature, null when there is none yet. */
  @Nullable Shape find(Signature signature) {
    int slot = signature.hash() & (slots.length - 1);
    Shape shape = slots[slot];
    while (shape != null && !signature.matches(shape.key().words())) {
      slot = (slot + 1) & (slots.length - 1);
      shape = slots[slot];
    }
    return shape;
  }

  void add(Shape shape) {
    all.add(shape);
    if (all.size() * 2 > slots.length) {
      slots = new Shape[slots.length * 2];
      all.forEach(this::place);
    } else {
      place(shape);
    }
  }

  private void place(Shape shape) {
    int slot = shape.key().hash() & (slots.length - 1);
    while (slots[slot] != null) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = shape;
  }
}
