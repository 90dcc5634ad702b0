package io.heddle.core.advice;

import io.heddle.core.advice.ModelCalls.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the prompts of calls have in common with the prompt before.
 *
 * @param fixed tokens at the beginning of each call's prompt that the call before it sent too; 0
 *     when no call came shortly before
 * @param content whether prompts were seen; else the smallest prompts tell how long the common part
 *     can be
 */
record Prompts(List<Long> fixed, boolean content) {
  /** How long providers keep a prompt that nobody asks for again. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private static final double SMALLEST = 0.05;

  /** Where sources carry the prompt itself. */
  private static final List<String> CONTENT =
      List.of("input.value", "gen_ai.input.messages", "traceloop.entity.input", "gen_ai.prompt");

  static Prompts of(ModelCalls calls) {
    boolean content = calls.calls().stream().allMatch(call -> text(call) != null);
    long common = calls.quantile(SMALLEST, Call::input);
    List<Long> fixed = new ArrayList<>();
    Call before = null;
    for (Call call : calls.calls()) {
      long shared =
          content && before != null ? shared(before, call) : Math.min(common, call.input());
      fixed.add(before != null && soonAfter(before, call) ? shared : 0L);
      before = call;
    }
    return new Prompts(fixed, content);
  }

  double meanFixed() {
    return fixed.stream().mapToLong(Long::longValue).average().orElse(0);
  }

  private static boolean soonAfter(Call before, Call call) {
    return call.execution().startNs() - before.execution().endNs() <= KEPT.toNanos();
  }

  private static long shared(Call before, Call call) {
    String one = String.valueOf(text(before));
    String other = String.valueOf(text(call));
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return other.isEmpty() ? 0 : Math.round((double) same / other.length() * call.input());
  }

  private static @Nullable String text(Call call) {
    return CONTENT.stream()
        .map(call.execution().attributes()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
