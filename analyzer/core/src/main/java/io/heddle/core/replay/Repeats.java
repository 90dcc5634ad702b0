package io.heddle.core.replay;

import io.heddle.otlp.Digest;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Executions of one kind whose inputs can be told apart, over many runs, in order of start. Inputs
 * are equal when their digests are, else when their classes are within one process.
 */
public final class Repeats {
  private static final Comparator<Entry> BY_START =
      Comparator.<Entry>comparingLong(entry -> entry.execution().startNs())
          .thenComparing(entry -> entry.execution().traceId())
          .thenComparingLong(entry -> entry.execution().spanId());

  /** Where foreign sources carry the content itself. */
  private static final List<String> INPUTS =
      List.of("input.value", "gen_ai.input.messages", "traceloop.entity.input", "gen_ai.prompt");

  private static final List<String> OUTPUTS =
      List.of(
          "output.value", "gen_ai.output.messages", "traceloop.entity.output", "gen_ai.completion");

  private final List<Entry> entries = new ArrayList<>();

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
   * @param input equal for equal inputs
   * @param output equal for equal outputs; null when unknown
   */
  public record Entry(int run, Execution execution, String input, @Nullable String output) {}

  private Repeats() {}

  /** Collects the executions that the cache would stand before; unknown inputs are left out. */
  public static Repeats of(List<Run> runs, Change.Cache cache) {
    List<Call> calls = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      for (Execution execution : runs.get(run).executions()) {
        if (cache.meant(runs.get(run), execution)) {
          calls.add(new Call(run, execution));
        }
      }
    }
    return of(calls);
  }

  /** Takes up executions that are one kind; unknown inputs are left out. */
  public static Repeats of(List<Call> calls) {
    Repeats repeats = new Repeats();
    for (Call call : calls) {
      String input = inputOf(call.execution);
      if (input != null) {
        repeats.entries.add(new Entry(call.run, call.execution, input, output(call.execution)));
      }
    }
    repeats.entries.sort(BY_START);
    return repeats;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public int distinctInputs() {
    Set<String> inputs = new HashSet<>();
    entries.forEach(entry -> inputs.add(entry.input()));
    return inputs.size();
  }

  /**
   * What a cache would answer: an input that an earlier execution took and did not fail on.
   *
   * @param ttl how long an answer stays good after it came; null for ever, even while it is still
   *     being worked out
   */
  public List<Entry> hits(@Nullable Duration ttl) {
    Map<String, Long> storedAt = new HashMap<>();
    List<Entry> hits = new ArrayList<>();
    for (Entry entry : entries) {
      Long stored = storedAt.get(entry.input());
      if (stored != null && fresh(entry.execution().startNs() - stored, ttl)) {
        hits.add(entry);
      } else if (entry.execution().error() == null) {
        storedAt.put(entry.input(), entry.execution().endNs());
      }
    }
    return hits;
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

  private static boolean fresh(long age, @Nullable Duration ttl) {
    return ttl == null || (age >= 0 && age <= ttl.toNanos());
  }

  /** The text that went in, where the source carries it. */
  public static @Nullable String content(Execution execution) {
    return INPUTS.stream()
        .map(execution.attributes()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What came out, equal for equal outputs; null when unknown. */
  public static @Nullable String output(Execution execution) {
    Evidence evidence = execution.evidence();
    return sameness(execution, evidence.outputDigest(), OUTPUTS, evidence.outputClass());
  }

  private static @Nullable String inputOf(Execution execution) {
    Evidence evidence = execution.evidence();
    String input = sameness(execution, evidence.inputDigest(), INPUTS, evidence.inputClass());
    Usage usage = execution.usage();
    return input == null || usage == null ? input : input + " to " + usage.requestModel();
  }

  private static @Nullable String sameness(
      Execution execution, @Nullable Digest digest, List<String> contents, @Nullable Long number) {
    if (digest != null) {
      return "digest " + digest;
    }
    for (String key : contents) {
      String content = execution.attributes().get(key);
      if (content != null) {
        return "content " + content;
      }
    }
    String instance = execution.evidence().instance();
    return number == null || instance == null ? null : "class " + number + " in " + instance;
  }
}
