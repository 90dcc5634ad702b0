package io.heddle.core.outcome;

import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.outcome.Confounder.Kind;
import io.heddle.core.outcome.Verification.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for what else changed: beside the nodes of the recommendation, what stands above them and
 * what is called below them.
 */
final class Confounders {
  private final Promise promise;
  private final Thresholds thresholds;

  Confounders(Promise promise, Thresholds thresholds) {
    this.promise = promise;
    this.thresholds = thresholds;
  }

  List<Confounder> among(Groups groups, ComparedWorkflow compared, Realised realised) {
    Concern concern = Concern.of(promise.matter().nodes(), groups);
    Rest base = Rest.of(groups.base(), concern);
    Rest current = Rest.of(groups.current(), concern);
    List<Confounder> all = new ArrayList<>();
    paths(base, current, all);
    inputs(base, current, all);
    if (promise.saving().money() == null) {
      nodes(concern, compared, all);
    }
    failures(concern, compared, all);
    noise(realised.happened(), all);
    return all;
  }

  private void paths(Rest base, Rest current, List<Confounder> all) {
    PathMix mix = PathMix.of(base.paths(), current.paths());
    if (mix.pValue() <= thresholds.level() && mix.moved() >= thresholds.minEffect()) {
      all.add(
          new Confounder(
              Kind.PATHS,
              "%s of the runs take another way through the rest of the workflow"
                  .formatted(percent(mix.moved()))));
    }
  }

  private void inputs(Rest base, Rest current, List<Confounder> all) {
    double change = current.meanInput() / base.meanInput() - 1;
    if (Math.abs(change) >= thresholds.minEffect()
        && base.inputsDiffer(current) <= thresholds.level()) {
      all.add(
          new Confounder(
              Kind.INPUTS,
              "models of other nodes are given %s %s tokens"
                  .formatted(percent(Math.abs(change)), change > 0 ? "more" : "fewer")));
    }
  }

  private static void nodes(Concern concern, ComparedWorkflow compared, List<Confounder> all) {
    Stream<String> moved =
        compared.nodes().stream()
            .filter(it -> it.delta().significant() && !concern.includes(it.node()))
            .map(it -> it.node().node());
    tell(Kind.NODES, "other nodes take another time: ", moved, all);
  }

  private static void failures(Concern concern, ComparedWorkflow compared, List<Confounder> all) {
    Stream<String> changed =
        compared.errors().stream()
            .filter(it -> it.significant() && !concern.includes(it.node()))
            .map(it -> it.node().node());
    tell(Kind.FAILURES, "other nodes fail more or less often: ", changed, all);
  }

  private static void tell(Kind kind, String what, Stream<String> nodes, List<Confounder> all) {
    String names = nodes.collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      all.add(new Confounder(kind, what + names));
    }
  }

  private void noise(Figure happened, List<Confounder> all) {
    if (happened.reach() > promise.said().saved()) {
      all.add(
          new Confounder(
              Kind.NOISE,
              "too few runs: what was saved is less certain than the promise is large"));
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
