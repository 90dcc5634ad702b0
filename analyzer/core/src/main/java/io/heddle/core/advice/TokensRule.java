package io.heddle.core.advice;

import io.heddle.core.replay.Bootstrap;
import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.Cost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tokens that are paid for without need: prompts sent anew each time, and too large a model. */
public final class TokensRule implements Rule {
  private static final int PRIORITY = 6;

  @Override
  public String id() {
    return "tokens";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    if (subject.standards().prices().models().isEmpty()) {
      return List.of();
    }
    List<ModelCalls> priced =
        ModelCalls.of(subject.runs()).stream()
            .filter(calls -> calls.cost(subject.standards().prices()) != null)
            .toList();
    Bill bill = Bill.of(subject, priced);
    List<Proposal> proposals = new ArrayList<>();
    for (ModelCalls calls : priced) {
      add(subject, bill, calls, UncachedPrompt::of, proposals);
      add(subject, bill, calls, OversizedModel::of, proposals);
    }
    return proposals;
  }

  /** For all calls of a place, else for those of each place from which it is called. */
  private void add(
      Subject subject, Bill bill, ModelCalls calls, Search search, List<Proposal> proposals) {
    if (!add(subject, bill, search.in(calls, bill), proposals)) {
      calls.bySite().forEach(site -> add(subject, bill, search.in(site, bill), proposals));
    }
  }

  private boolean add(
      Subject subject, Bill bill, @Nullable Economy economy, List<Proposal> proposals) {
    Saving.Money money = economy == null ? null : bill.saves(economy.perRun());
    if (economy == null || money == null) {
      return false;
    }
    return proposals.add(new Proposal(recommend(subject, bill, economy, money), List.of()));
  }

  /** Looks for one way to pay less. */
  private interface Search {
    @Nullable Economy in(ModelCalls calls, Bill bill);
  }

  private Recommendation recommend(
      Subject subject, Bill bill, Economy economy, Saving.Money money) {
    return new Draft(subject, this, Category.COST, economy.calls().path())
        .aspect(economy.what())
        .title(economy.title())
        .evidence(economy.describe(evidence(bill, economy)))
        .saving(Saving.of(money))
        .effort(Level.LOW)
        .risk(economy.risk())
        .steps(economy.steps().toArray(String[]::new))
        .example(economy.example(EngineWords.of(subject.engine())))
        .done();
  }

  private static Facts evidence(Bill bill, Economy economy) {
    ModelCalls calls = economy.calls();
    double each = calls.calls().size();
    Long cached = calls.total().cacheRead();
    Facts facts =
        Facts.none()
            .with("what", economy.what())
            .with("model", calls.model().name())
            .with("calls", calls.calls().size())
            .with("input", calls.mean(ModelCalls.Call::input))
            .with("output", calls.mean(ModelCalls.Call::output));
    Facts read =
        cached == null ? facts.withUnknown("cacheRead") : facts.with("cacheRead", cached / each);
    return read.with("cost", bill.of(calls))
        .with("currency", bill.subject.standards().prices().currency())
        .with("costShare", bill.share(calls));
  }

  /** A way to pay less for the calls of one place. */
  interface Economy {
    ModelCalls calls();

    /** In a few words, the same for the same matter. */
    String what();

    String title();

    /** Adds the ratio that makes it dear. */
    Facts describe(Facts evidence);

    /** Money saved in each run. */
    double[] perRun();

    Level risk();

    List<String> steps();

    @Nullable String example(EngineWords words);
  }

  /**
   * What the calls of a workflow cost.
   *
   * @param total of all priced calls
   */
  record Bill(Subject subject, double total) {
    static Bill of(Subject subject, List<ModelCalls> priced) {
      return new Bill(
          subject,
          priced.stream()
              .map(calls -> calls.cost(subject.standards().prices()))
              .filter(Objects::nonNull)
              .mapToDouble(BigDecimal::doubleValue)
              .sum());
    }

    int runs() {
      return subject.runs().size();
    }

    /** Per run. */
    double of(ModelCalls calls) {
      return cost(calls) / runs();
    }

    double share(ModelCalls calls) {
      return total == 0 ? 0 : cost(calls) / total;
    }

    private double cost(ModelCalls calls) {
      BigDecimal cost = calls.cost(subject.standards().prices());
      return cost == null ? 0 : cost.doubleValue();
    }

    /** Null when that is too little to speak of, or not certain. */
    Saving.@Nullable Money saves(double[] perRun) {
      double mean = Arrays.stream(perRun).average().orElse(0);
      Interval interval = Bootstrap.ofMean(perRun);
      double share = total == 0 ? 0 : mean * runs() / total;
      if (interval.low() <= 0 || share < subject.standards().thresholds().minEffect()) {
        return null;
      }
      Cost cost =
          new Cost(
              new BigDecimal(mean).round(MathContext.DECIMAL32),
              subject.standards().prices().currency(),
              subject.standards().prices().date());
      return new Saving.Money(cost, 100 * share, interval);
    }
  }
}
