package io.heddle.core.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes that use more CPU or memory than is good, or hold workers that have nothing to do. */
public final class ResourcesRule implements Rule {
  private static final int PRIORITY = 7;
  private static final List<Function<ResourceUse, @Nullable Strain>> SIGNS =
      List.of(Strain::computing, Strain::crowded, Strain::allocating, Strain::idling);

  @Override
  public String id() {
    return "resources";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    for (ResourceUse use : ResourceUse.of(subject)) {
      signs(use)
          .forEach(strain -> {
            boolean may = subject.mayMatter(strain.mostNs());
            Saving saving = may ? subject.worth(List.of(strain.change())) : null;
            if (saving != null && saving.percent() >= 100 * strain.least()) {
              proposals.add(
                  new Proposal(recommend(subject, use, strain, saving), List.of(strain.change())));
            }
          });
    }
    return proposals;
  }

  private static Stream<Strain> signs(ResourceUse use) {
    return SIGNS.stream().map(sign -> sign.apply(use)).filter(Objects::nonNull);
  }

  private Recommendation recommend(Subject subject, ResourceUse use, Strain strain, Saving saving) {
    return new Draft(subject, this, Category.SCALABILITY, List.of(use.node()))
        .aspect(strain.what())
        .title("%s: %s".formatted(use.node(), strain.what()))
        .evidence(evidence(use, strain))
        .saving(saving)
        .effort(Level.MEDIUM)
        .risk(Level.LOW)
        .steps(strain.steps().toArray(String[]::new))
        .example(EngineWords.of(subject.engine()).bound(use.node(), 16))
        .done();
  }

  private static Facts evidence(ResourceUse use, Strain strain) {
    Double cpuShare = use.cpuShare();
    Double allocBytes = use.allocBytes();
    Facts facts =
        Facts.none()
            .with("what", strain.what())
            .with("use", strain.over() ? "over" : "under")
            .with("executions", use.measured().size());
    Facts cpu = cpuShare == null ? facts.withUnknown("cpuShare") : facts.with("cpuShare", cpuShare);
    return (allocBytes == null ? cpu.withUnknown("allocBytes") : cpu.with("allocBytes", allocBytes))
        .with("assumed", strain.assumed());
  }
}
