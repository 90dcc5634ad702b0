package io.heddle.core.replay;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that could be done to a workflow. Nodes and operations are meant by their names. */
public sealed interface Change {
  /** The nodes it speaks of. */
  Set<String> names();

  /** Every execution of the node lasts {@code factor} times as long; 0 keeps its gap alone. */
  record Scale(String node, double factor) implements Change {
    public Scale {
      if (!(factor >= 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException(
            "change of " + node + ": a factor is a number from 0, not " + factor);
      }
    }

    @Override
    public Set<String> names() {
      return Set.of(node);
    }
  }

  /** Every execution lasts so much longer, or shorter when negative, but never less than 0. */
  record Shift(String node, double ms) implements Change {
    @Override
    public Set<String> names() {
      return Set.of(node);
    }
  }

  /** Every execution lasts exactly so long. */
  record Fix(String node, double ms) implements Change {
    public Fix {
      if (!(ms >= 0) || Double.isInfinite(ms)) {
        throw new IllegalArgumentException(
            "change of " + node + ": a duration is a number of ms from 0, not " + ms);
      }
    }

    @Override
    public Set<String> names() {
      return Set.of(node);
    }
  }

  /** Nodes of different branches no longer wait for each other; within a branch order stays. */
  record Parallel(List<Set<String>> branches) implements Change {
    public Parallel {
      branches = branches.stream().map(Set::copyOf).toList();
    }

    /** Each node a branch of its own. */
    public static Parallel of(List<String> nodes) {
      return new Parallel(nodes.stream().map(Set::of).toList());
    }

    @Override
    public Set<String> names() {
      return branches.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * Executions whose equal input was seen before last 0.
   *
   * @param below only executions directly below a node of this name; null for all
   * @param ttl how long an answer stays good after it came; null for ever, and for equal inputs
   *     that are under way too
   */
  record Cache(String node, @Nullable String below, @Nullable Duration ttl) implements Change {
    /** The best any cache could do. */
    public static Cache ideal(String node) {
      return new Cache(node, null, null);
    }

    @Override
    public Set<String> names() {
      return Set.of(node);
    }

    boolean meant(Run run, Execution execution) {
      return execution.node().equals(node)
          && execution.parent() >= 0
          && (below == null || run.executions().get(execution.parent()).node().equals(below));
    }
  }

  /** Executions of a node change one by one. */
  record Each(String node, Treatment treatment) implements Change {
    @Override
    public Set<String> names() {
      return Set.of(node);
    }
  }

  /** What becomes of an execution and of the gap before it, in ns; asked by several threads. */
  interface Treatment {
    default long duration(Run run, Execution execution, long before) {
      return before;
    }

    default long gap(Run run, Execution execution, long before) {
      return before;
    }

    /** Whether the execution still has to wait for a server where those are few. */
    default boolean needsServer() {
      return true;
    }
  }

  /** Executions do not happen at all: neither they nor their gap take time. */
  record Remove(String node) implements Change {
    @Override
    public Set<String> names() {
      return Set.of(node);
    }
  }

  /**
   * Reads {@code NODE=xF}, {@code NODE=+20ms}, {@code NODE=-20ms} or {@code NODE=15ms}; the node's
   * name may itself contain {@code =}.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  static Change parse(String text) {
    int split = text.lastIndexOf('=');
    Matcher amount =
        Pattern.compile("(x)(\\d*\\.?\\d+)|([+-]?)(\\d*\\.?\\d+)ms")
            .matcher(split < 0 ? "" : text.substring(split + 1));
    if (split < 1 || !amount.matches()) {
      throw new IllegalArgumentException(
          "change '" + text + "' is not NODE=xF, NODE=+MSms, NODE=-MSms or NODE=MSms");
    }
    String node = text.substring(0, split);
    if (amount.group(1) != null) {
      return new Scale(node, Double.parseDouble(amount.group(2)));
    }
    double ms = Double.parseDouble(amount.group(4));
    return switch (amount.group(3)) {
      case "+" -> new Shift(node, ms);
      case "-" -> new Shift(node, -ms);
      default -> new Fix(node, ms);
    };
  }
}
