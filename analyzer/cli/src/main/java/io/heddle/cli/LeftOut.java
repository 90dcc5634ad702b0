package io.heddle.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Spans that were read and belong to no run.
 *
 * @param duplicates whose ids had come before
 * @param late that came after their run had been closed
 * @param cut runs that were closed although a span was missing
 */
record LeftOut(long duplicates, long late, long cut) {
  /** One sentence for each kind there is. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, duplicates, "spans came twice; the first of each was kept");
    add(lines, late, "spans came after their run had been closed, and are left out");
    add(lines, cut, "runs were closed for want of room although a span was missing");
    return lines;
  }

  private static void add(List<String> lines, long count, String sentence) {
    if (count > 0) {
      lines.add(count + " " + sentence);
    }
  }
}
