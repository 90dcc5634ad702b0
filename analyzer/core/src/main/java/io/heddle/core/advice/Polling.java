package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls that ask again and again whether something is done, with a pause before each. */
final class Polling {
  /** Pauses of a clock differ by less than this part of the usual one; work does by more. */
  private static final double EVEN = 0.1;

  private Polling() {}

  /**
   * Whether the calls wait for longer than they take, and do it by the clock or for one address.
   *
   * @param calls by start
   */
  static boolean is(List<Execution> calls) {
    long[] pauses =
        IntStream.range(1, calls.size())
            .mapToLong(i -> calls.get(i).startNs() - calls.get(i - 1).endNs())
            .sorted()
            .toArray();
    long[] lasted = calls.stream().mapToLong(Execution::durationNs).sorted().toArray();
    return quantile(pauses, 0.5) > quantile(lasted, 0.5) && (even(pauses) || oneAddress(calls));
  }

  private static boolean even(long[] pauses) {
    return quantile(pauses, 0.75) - quantile(pauses, 0.25) < EVEN * quantile(pauses, 0.5);
  }

  private static boolean oneAddress(List<Execution> calls) {
    String first = address(calls.get(0));
    return !first.isEmpty() && calls.stream().allMatch(call -> address(call).equals(first));
  }

  private static String address(Execution call) {
    return Stream.of("url.full", "http.url")
        .map(call.attributes()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static long quantile(long[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
