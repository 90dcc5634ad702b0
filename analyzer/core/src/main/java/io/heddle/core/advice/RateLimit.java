package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.List;
import java.util.regex.Pattern;

/** Tells attempts that were refused because too much was asked from attempts that went wrong. */
final class RateLimit {
  static final String[] STEPS = {
    "Ask the provider for a higher limit, or spread the calls over several accounts or models.",
    "Send less at once: bound how many runs call at the same time, and make prompts smaller.",
    "Wait as long as the answer's Retry-After says, so that no attempt comes too early."
  };

  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i).*(\\b429\\b|rate.?limit|too.?many.?requests|throttl|resource.?exhausted|quota).*");

  private static final List<String> STATUS =
      List.of("http.response.status_code", "http.status_code");

  private RateLimit() {}

  /** Whether most of the attempts that others followed were refused. */
  static boolean refused(List<List<Execution>> retried) {
    int attempts = 0;
    int refused = 0;
    for (List<Execution> visit : retried) {
      for (Execution attempt : visit.subList(0, visit.size() - 1)) {
        attempts++;
        refused += isRefused(attempt) ? 1 : 0;
      }
    }
    return 2 * refused > attempts;
  }

  private static boolean isRefused(Execution attempt) {
    String error = attempt.error();
    return error != null
        && (REFUSED.matcher(error).matches()
            || STATUS.stream().anyMatch(it -> "429".equals(attempt.attributes().get(it))));
  }
}
