package io.heddle.core.advice;

import io.heddle.core.advice.ModelCalls.Call;
import io.heddle.core.statistics.PriceTable.Price;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prompts that begin like the one before and are paid in full each time.
 *
 * @param perRun money saved in each run if the common part came from the provider's cache
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UncachedPrompt(ModelCalls calls, Prompts prompts, double[] perRun)
    implements TokensRule.Economy {
  /** Providers keep no shorter beginning. */
  private static final int LEAST_TOKENS = 1_024;

  private static final int LEAST_CALLS = 10;

  /** Of the prompt; less is not worth arranging prompts for. */
  private static final double LEAST_SHARE = 0.5;

  /** Where prompts were not seen: only lengths say that they may begin alike. */
  private static final double LEAST_UNSEEN_SHARE = 0.8;

  private static final double IN_USE = 0.1;

  /**
   * A source that does not tell what came from a cache is believed only about prompts like these.
   */
  private static final int LARGE = 4_000;

  private static final int LARGE_RATIO = 20;

  static @Nullable UncachedPrompt of(ModelCalls calls, TokensRule.Bill bill) {
    Price price = calls.price(bill.subject().standards().prices());
    if (price == null || !cachedIsCheaper(price) || calls.calls().size() < LEAST_CALLS) {
      return null;
    }
    Prompts prompts = Prompts.of(calls);
    double input = calls.mean(Call::input);
    double share = prompts.content() ? LEAST_SHARE : LEAST_UNSEEN_SHARE;
    boolean repeated = prompts.meanFixed() >= LEAST_TOKENS && prompts.meanFixed() >= share * input;
    return repeated && unused(calls, prompts)
        ? new UncachedPrompt(calls, prompts, perRun(calls, prompts, price, bill.runs()))
        : null;
  }

  private static boolean cachedIsCheaper(Price price) {
    return price.input() != null
        && price.cacheRead() != null
        && price.cacheRead().compareTo(price.input()) < 0;
  }

  private static boolean unused(ModelCalls calls, Prompts prompts) {
    Long read = calls.total().cacheRead();
    double input = calls.mean(Call::input);
    return read != null
        ? read <= IN_USE * input * calls.calls().size()
        : input >= LARGE && (prompts.content() || input >= LARGE_RATIO * calls.mean(Call::output));
  }

  /** What is not found in the cache is written to it, which some providers charge for. */
  private static double[] perRun(ModelCalls calls, Prompts prompts, Price price, int runs) {
    double[] perRun = new double[runs];
    double input = Objects.requireNonNull(price.input()).doubleValue();
    double read = Objects.requireNonNull(price.cacheRead()).doubleValue();
    double write = price.cacheWrite() == null ? input : price.cacheWrite().doubleValue();
    long common = Math.round(prompts.meanFixed());
    for (int i = 0; i < calls.calls().size(); i++) {
      long fixed = prompts.fixed().get(i);
      double saved = fixed > 0 ? fixed * (input - read) : common * (input - write);
      perRun[calls.calls().get(i).run()] += saved / 1e6;
    }
    return perRun;
  }

  @Override
  public String what() {
    return "no prompt cache";
  }

  @Override
  public String title() {
    return (prompts.content()
            ? "%s sends %.0f %% of each prompt again and pays it in full"
            : "%s sends up to %.0f %% of each prompt again and pays it in full")
        .formatted(String.join(" > ", calls.path()), 100 * ratio());
  }

  private double ratio() {
    return prompts.meanFixed() / calls.mean(Call::input);
  }

  @Override
  public Facts describe(Facts evidence) {
    return evidence
        .with("repeatedTokens", prompts.meanFixed())
        .with("repeatedShare", ratio())
        .with(
            "assumed",
            prompts.content()
                ? "what a prompt shares with the one before, for 5 minutes"
                : "the shortest prompts are the part that all begin with; kept for 5 minutes");
  }

  @Override
  public Level risk() {
    return Level.LOW;
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Put what is the same in each prompt (instructions, tools, examples) first, and what"
            + " changes last.",
        "Switch the provider's prompt cache on where it is not automatic.",
        "Cut from the prompt what the answer does not need.",
        "Look at the cached tokens of the next runs: they should be near the repeated ones.");
  }

  @Override
  public @Nullable String example(EngineWords words) {
    return words.promptCache();
  }
}
