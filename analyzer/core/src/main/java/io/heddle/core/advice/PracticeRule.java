package io.heddle.core.advice;

import java.util.ArrayList;
import java.util.List;

/** Habits that cost nothing today and much on a bad day. */
public final class PracticeRule implements Rule {
  private static final int PRIORITY = 1;

  @Override
  public String id() {
    return "practice";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    EngineWords words = EngineWords.of(subject.engine());
    List<Proposal> proposals = new ArrayList<>();
    for (Tries tries : subject.tries()) {
      for (Habit.Sign sign : Habit.SIGNS) {
        Habit habit = sign.of(subject.runs(), tries, words);
        if (habit != null) {
          proposals.add(new Proposal(recommend(subject, tries.node(), habit), List.of()));
        }
      }
    }
    return proposals;
  }

  private Recommendation recommend(Subject subject, String node, Habit habit) {
    Facts evidence = Facts.none().with("what", habit.what()).with("where", node);
    return new Draft(subject, this, Category.BEST_PRACTICES, List.of(node))
        .aspect(habit.what())
        .title(habit.title())
        .evidence(evidence.and(habit.facts()))
        .severity(Severity.LOW)
        .effort(Level.LOW)
        .risk(Level.LOW)
        .steps(habit.step())
        .example(habit.example())
        .done();
  }
}
