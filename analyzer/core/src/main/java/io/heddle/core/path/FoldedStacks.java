package io.heddle.core.path;

import io.heddle.runs.Execution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Path time by call stack, in the folded form that flame graph tools read: frames from the root
 * down joined by semicolons, and a number of microseconds.
 */
public final class FoldedStacks {
  private final SortedMap<String, Long> times = new TreeMap<>();

  /** Adds a path; sections other than the owner's own work end in a frame that names the kind. */
  public void add(CriticalPath path) {
    for (Section section : path.sections()) {
      times.merge(stack(path, section), section.durationNs(), Long::sum);
    }
  }

  /**
   * One line a stack, in order of their text. Fractions of a microsecond are carried on to the next
   * stack, so that the lines add up to the whole; a stack that is left with none has no line.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    long toldNs = 0;
    long allNs = 0;
    for (Map.Entry<String, Long> stack : times.entrySet()) {
      allNs += stack.getValue();
      long micros = (allNs - toldNs) / 1_000;
      toldNs += micros * 1_000;
      if (micros > 0) {
        lines.add(stack.getKey() + " " + micros);
      }
    }
    return List.copyOf(lines);
  }

  private static String stack(CriticalPath path, Section section) {
    Deque<String> frames = new ArrayDeque<>();
    if (section.kind() != SectionKind.SELF) {
      frames.push("(" + section.kind().label() + ")");
    }
    Execution at = section.owner();
    while (at.index() != path.root().index()) {
      frames.push(frame(at, path.run().executions().get(at.parent())));
      at = path.run().executions().get(at.parent());
    }
    frames.push(clean(at.service() + ": " + at.node()));
    return String.join(";", frames);
  }

  private static String frame(Execution execution, Execution parent) {
    boolean sameService = execution.service().equals(parent.service());
    String name = execution.node();
    return clean(sameService ? name : execution.service() + ": " + name);
  }

  private static String clean(String frame) {
    return frame.replace(';', ':').replace('\n', ' ').replace('\r', ' ');
  }
}
