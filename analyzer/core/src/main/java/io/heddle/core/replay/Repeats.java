package io.heddle.core.replay;

import io.heddle.runs.Content;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Executions of one kind whose inputs can be told apart, over many runs. Inputs are equal when
 * their digests are, else when their classes are within one process. Not thread-safe.
 */
public final class Repeats {
  private static final Comparator<Entry> BY_START =
      Comparator.<Entry>comparingLong(entry -> entry.execution().startNs())
          .thenComparing(entry -> entry.execution().traceId())
          .thenComparingLong(entry -> entry.execution().spanId());

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Input, Integer> inputs = new HashMap<>();
  private boolean sorted;

  /**
   * An execution.
   *
   * @param run position in the list of runs
   */
  public record Call(int run, Execution execution) {}

  /**
   * An execution with known input.
   *
   * @param run position in the list of runs
   * @param input equal for equal inputs, from 0
   */
  public record Entry(int run, Execution execution, int input) {}

  private Repeats() {}

  /** Collects the executions that the cache would stand before; unknown inputs are left out. */
  public static Repeats of(List<Run> runs, Change.Cache cache) {
    Repeats repeats = new Repeats();
    for (int run = 0; run < runs.size(); run++) {
      for (Execution execution : runs.get(run).executions()) {
        if (cache.meant(runs.get(run), execution)) {
          repeats.add(run, execution);
        }
      }
    }
    return repeats;
  }

  /** Takes up executions that are one kind; unknown inputs are left out. */
  public static Repeats of(List<Call> calls) {
    Repeats repeats = new Repeats();
    calls.forEach(call -> repeats.add(call.run, call.execution));
    return repeats;
  }

  private void add(int run, Execution execution) {
    Input input = Input.of(execution);
    if (input != null) {
      Integer known = inputs.putIfAbsent(input, inputs.size());
      entries.add(new Entry(run, execution, known == null ? inputs.size() - 1 : known));
    }
  }

  /** Whether the input of the execution can be told apart from others. */
  public static boolean tells(Execution execution) {
    return execution.evidence().input() != null;
  }

  /** In order of start. */
  public List<Entry> entries() {
    if (!sorted) {
      entries.sort(BY_START);
      sorted = true;
    }
    return Collections.unmodifiableList(entries);
  }

  public int distinctInputs() {
    return inputs.size();
  }

  /** Whether equal inputs gave equal outputs, as far as those are known; failures give none. */
  public Answers answers() {
    @Nullable Content[] byInput = new Content[inputs.size()];
    boolean known = true;
    for (Entry entry : entries) {
      if (entry.execution().error() != null) {
        continue;
      }
      Content output = entry.execution().evidence().output();
      Content earlier = byInput[entry.input()];
      if (output != null && earlier != null && !earlier.equals(output)) {
        return Answers.DIFFERENT;
      }
      known &= output != null;
      byInput[entry.input()] = earlier == null ? output : earlier;
    }
    return known ? Answers.EQUAL : Answers.UNKNOWN;
  }

  /** What equal inputs give. */
  public enum Answers {
    EQUAL,
    DIFFERENT,
    /** Not known of each; those that are known are equal. */
    UNKNOWN
  }

  /**
   * What a cache would answer: an input that an earlier execution took and did not fail on.
   *
   * @param ttl how long an answer stays good after it came; null for ever, even while it is still
   *     being worked out
   */
  public List<Entry> hits(@Nullable Duration ttl) {
    if (inputs.size() == entries.size()) {
      return List.of();
    }
    @Nullable Long[] storedAt = new Long[inputs.size()];
    List<Entry> hits = new ArrayList<>();
    for (Entry entry : entries()) {
      Long stored = storedAt[entry.input()];
      if (stored != null && fresh(entry.execution().startNs() - stored, ttl)) {
        hits.add(entry);
      } else if (entry.execution().error() == null) {
        storedAt[entry.input()] = entry.execution().endNs();
      }
    }
    return hits;
  }

  /** How long the hits lasted, all together. */
  public double hitNs(@Nullable Duration ttl) {
    return hits(ttl).stream().mapToDouble(hit -> hit.execution().durationNs()).sum();
  }

  /** The hits as one set of execution indices a run. */
  List<BitSet> hitsByRun(@Nullable Duration ttl, int runs) {
    List<BitSet> byRun = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      byRun.add(new BitSet());
    }
    hits(ttl).forEach(hit -> byRun.get(hit.run()).set(hit.execution().index()));
    return byRun;
  }

  /** The runs that take an input first, on which a cache then answers other runs. */
  BitSet filling(@Nullable Duration ttl) {
    @Nullable Entry[] first = new Entry[inputs.size()];
    for (Entry entry : entries()) {
      if (first[entry.input()] == null) {
        first[entry.input()] = entry;
      }
    }
    BitSet filling = new BitSet();
    for (Entry hit : hits(ttl)) {
      int run = Objects.requireNonNull(first[hit.input()]).run();
      filling.set(run, filling.get(run) || run != hit.run());
    }
    return filling;
  }

  private static boolean fresh(long age, @Nullable Duration ttl) {
    return ttl == null || (age >= 0 && age <= ttl.toNanos());
  }
}
