package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/** Writes a {@code TokenUsage}; what a provider does not tell stays absent. */
final class Usage {
  private static final Member INPUT = Member.method("inputTokenCount");
  private static final Member OUTPUT = Member.method("outputTokenCount");
  private static final Member INPUT_DETAILS = Member.method("inputTokensDetails");
  private static final Member OUTPUT_DETAILS = Member.method("outputTokensDetails");
  private static final Member CACHED = Member.method("cachedTokens");
  private static final Member REASONING = Member.method("reasoningTokens");
  private static final Member CACHE_READ = Member.method("cacheReadInputTokens");
  private static final Member CACHE_CREATION = Member.method("cacheCreationInputTokens");

  private static final String PREFIX = "gen_ai.usage.";

  private Usage() {}

  static void describe(Execution execution, Object usage) {
    count(execution, "input_tokens", INPUT, usage);
    count(execution, "output_tokens", OUTPUT, usage);
    count(execution, "cache_read.input_tokens", CACHED, details(INPUT_DETAILS, usage));
    count(execution, "reasoning.output_tokens", REASONING, details(OUTPUT_DETAILS, usage));
    count(execution, "cache_read.input_tokens", CACHE_READ, usage);
    count(execution, "cache_creation.input_tokens", CACHE_CREATION, usage);
  }

  private static @Nullable Object details(Member member, Object usage) {
    return member.isIn(usage) ? member.of(usage) : null;
  }

  private static void count(
      Execution execution, String name, Member member, @Nullable Object counted) {
    if (counted != null && member.isIn(counted) && member.of(counted) instanceof Number tokens) {
      execution.attribute(PREFIX + name, tokens.longValue());
    }
  }
}
