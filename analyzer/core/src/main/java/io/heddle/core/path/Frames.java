package io.heddle.core.path;

import java.util.Arrays;

/**
 * The walk's stack, one frame a span being explained; every accessor speaks of the top. On the
 * heap, so that a deep trace needs no large thread stack.
 */
final class Frames {
  /** No child. */
  static final int NONE = -1;

  private static final int WINDOWS = 4;
  private static final int LINKS = 4;

  private long[] windows = new long[64 * WINDOWS];
  private int[] links = new int[64 * LINKS];
  private int depth;

  boolean isEmpty() {
    return depth == 0;
  }

  /**
   * Enters a span.
   *
   * @param limit where the span ends for its parent; after {@code hi} when its successor overlaps
   */
  void push(int span, long lo, long hi, long limit) {
    if (links.length == depth * LINKS) {
      windows = Arrays.copyOf(windows, windows.length * 2);
      links = Arrays.copyOf(links, links.length * 2);
    }
    depth++;
    windows[window()] = lo;
    windows[window() + 1] = hi;
    windows[window() + 2] = hi;
    windows[window() + 3] = limit;
    links[link()] = span;
    links[link() + 1] = NONE;
  }

  void pop() {
    depth--;
  }

  int span() {
    return links[link()];
  }

  long lo() {
    return windows[window()];
  }

  long hi() {
    return windows[window() + 1];
  }

  long limit() {
    return windows[window() + 3];
  }

  /** Everything from here to {@link #hi} is explained. */
  long cursor() {
    return windows[window() + 2];
  }

  /** The child explained last; it starts where the cursor is. */
  int right() {
    return links[link() + 1];
  }

  void explained(int child, long cursor) {
    links[link() + 1] = child;
    windows[window() + 2] = cursor;
  }

  /** Children at this position and behind it are dealt with. */
  int position() {
    return links[link() + 2];
  }

  void position(int position) {
    links[link() + 2] = position;
  }

  /** The service this span does nothing but wait for; {@link #NONE} when there is none. */
  int callee() {
    return links[link() + 3];
  }

  void callee(int child) {
    links[link() + 3] = child;
  }

  private int window() {
    return (depth - 1) * WINDOWS;
  }

  private int link() {
    return (depth - 1) * LINKS;
  }
}
