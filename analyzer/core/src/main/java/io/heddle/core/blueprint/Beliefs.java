package io.heddle.core.blueprint;

import io.heddle.core.blueprint.Assumptions.Way;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is believed about nodes, decisions and loops: measured first, then the user, then habit. */
record Beliefs(Assumptions assumptions, @Nullable History history) {
  /** How likely the arc is by itself; NaN when nobody knows. */
  double probability(Arc arc) {
    BlueprintEdge edge = arc.edge();
    if (edge == null) {
      return Double.NaN;
    }
    double measured = history == null ? Double.NaN : history.share(edge);
    return Double.isNaN(measured)
        ? assumptions.probabilities().getOrDefault(new Way(edge.from(), edge.to()), Double.NaN)
        : measured;
  }

  /**
   * Rounds of a container.
   *
   * @param around how often the container itself runs
   */
  double rounds(BlueprintNode container, List<BlueprintNode> content, double around) {
    Double measured = history == null ? null : history.executions(content);
    if (measured != null) {
      return measured / around;
    }
    Integer asked = asked(container);
    Integer written = asked == null ? container.repeat().count() : asked;
    return written == null ? assumptions.usualRounds() : written;
  }

  /** Rounds of a cycle. */
  double cycle(List<BlueprintNode> content, double around) {
    Double measured = history == null ? null : history.executions(content);
    if (measured != null) {
      return measured / around;
    }
    return content.stream()
        .map(this::asked)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(assumptions.usualRounds());
  }

  private @Nullable Integer asked(BlueprintNode node) {
    Integer byId = assumptions.rounds().get(node.id());
    return byId == null ? assumptions.rounds().get(node.name()) : byId;
  }

  Estimate estimate(BlueprintNode node) {
    Double measured = history == null ? null : history.ms(node);
    Cost user = assumptions.of(node);
    Cost cost = user.or(TypeCosts.of(node));
    if (measured != null) {
      return Estimate.of(measured, cost, Estimate.Source.MEASURED);
    }
    boolean asked = user.ms() != null;
    return Estimate.of(
        Objects.requireNonNullElse(cost.ms(), 0.0),
        cost,
        asked ? Estimate.Source.USER : Estimate.Source.TYPE_DEFAULT);
  }
}
