package io.heddle.runs;

/** All spans of a forest, each before those below it: what is below one are its next ones. */
final class Walk {
  private final int[] rows;
  private final int[] positions;
  private final int[] sizes;
  private final int[] open;
  private int size;

  /**
   * Walks over trees.
   *
   * @param children children of all spans in order, those of one side by side
   * @param from where those of each span begin
   * @param to where they end; the roots stand behind the last span's
   */
  Walk(int[] children, int[] from, int[] to) {
    int spans = from.length - 1;
    rows = new int[children.length];
    positions = new int[spans];
    sizes = new int[spans];
    open = new int[children.length];
    for (int root = from[spans]; root < to[spans]; root++) {
      walk(children[root], children, from, to);
    }
  }

  /** How many spans there are. */
  int size() {
    return size;
  }

  int row(int position) {
    return rows[position];
  }

  int position(int span) {
    return positions[span];
  }

  /** The position behind the last one below the span. */
  int end(int span) {
    return positions[span] + sizes[span];
  }

  private void walk(int root, int[] children, int[] from, int[] to) {
    int first = size;
    int depth = 0;
    open[depth++] = root;
    while (depth > 0) {
      int span = open[--depth];
      positions[span] = size;
      rows[size++] = span;
      for (int child = to[span] - 1; child >= from[span]; child--) {
        open[depth++] = children[child];
      }
    }
    measure(first, children, from, to);
  }

  private void measure(int first, int[] children, int[] from, int[] to) {
    for (int position = size - 1; position >= first; position--) {
      int span = rows[position];
      int last = to[span] - 1;
      sizes[span] = last < from[span] ? 1 : end(children[last]) - position;
    }
  }
}
