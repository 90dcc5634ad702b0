package io.heddle.runs;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands outside of whole runs: spans that belong to none, and runs that came in pieces.
 *
 * @param duplicates spans whose ids had come before
 * @param late spans that came after their run had been closed
 * @param cut runs that were closed although a span was missing
 * @param continued runs that are a later piece of one that had been closed
 */
public record LeftOut(long duplicates, long late, long cut, long continued) {
  /** One sentence for each kind there is. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, duplicates, "spans came twice; one of each was kept");
    add(lines, late, "spans came after their run had been closed, and are left out");
    add(lines, continued, "runs go on where one had been closed, and are counted beside it");
    add(lines, cut, "runs were closed for want of room although a span was missing");
    return lines;
  }

  private static void add(List<String> lines, long count, String sentence) {
    if (count > 0) {
      lines.add(count + " " + sentence);
    }
  }
}
