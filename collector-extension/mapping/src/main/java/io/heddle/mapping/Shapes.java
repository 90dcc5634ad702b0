package io.heddle.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of the spans of a table, found by their signatures. Thread-safe: whoever overlooks the
 * shape that another thread adds at that moment finds it when adding it.
 */
final class Shapes {
  private int size;
  private volatile @Nullable Shape[] slots = new Shape[64];

  /** The shape with this signature, null when there is none yet. */
  @Nullable Shape find(Signature signature) {
    @Nullable Shape[] all = slots;
    int slot = signature.hash() & (all.length - 1);
    Shape shape = all[slot];
    while (shape != null && !signature.matches(shape.key().words())) {
      slot = (slot + 1) & (all.length - 1);
      shape = all[slot];
    }
    return shape;
  }

  /**
   * The shape with this signature, which is added if there is none yet.
   *
   * @param own what wins among the attributes of a span with this signature
   * @param ofResource the same of its resource's
   */
  synchronized Shape add(Signature signature, Winners own, Winners ofResource) {
    Shape known = find(signature);
    if (known != null) {
      return known;
    }
    Shape added = new Shape(size++, signature, own, ofResource);
    if (2 * size > slots.length) {
      slots = doubled(slots);
    }
    place(added, slots);
    return added;
  }

  private static @Nullable Shape[] doubled(@Nullable Shape[] slots) {
    @Nullable Shape[] doubled = new Shape[2 * slots.length];
    for (Shape shape : slots) {
      if (shape != null) {
        place(shape, doubled);
      }
    }
    return doubled;
  }

  private static void place(Shape shape, @Nullable Shape[] slots) {
    int slot = shape.key().hash() & (slots.length - 1);
    while (slots[slot] != null) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = shape;
  }
}
