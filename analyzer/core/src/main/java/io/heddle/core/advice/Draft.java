package io.heddle.core.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recommendation while a rule is writing it. */
final class Draft {
  private final Subject subject;
  private final String rule;
  private final Category category;
  private final List<String> nodes;
  private String aspect = "";
  private String title = "";
  private Facts evidence = Facts.none();
  private @Nullable Saving saving;
  private Severity severity = Severity.INFO;
  private Level effort = Level.MEDIUM;
  private Level risk = Level.MEDIUM;
  private List<String> steps = List.of();
  private @Nullable String example;

  Draft(Subject subject, Rule rule, Category category, List<String> nodes) {
    this.subject = subject;
    this.rule = rule.id();
    this.category = category;
    this.nodes = nodes;
  }

  /** Tells apart several matters that one rule may raise about the same nodes. */
  Draft aspect(String what) {
    aspect = what;
    return this;
  }

  Draft title(String text) {
    title = text;
    return this;
  }

  Draft evidence(Facts facts) {
    evidence = facts;
    return this;
  }

  /** The saving, which also tells how severe the matter is. */
  Draft saving(Saving worth) {
    saving = worth;
    severity = Severity.of(worth.largestPercent());
    return this;
  }

  Draft severity(Severity how) {
    severity = how;
    return this;
  }

  Draft effort(Level level) {
    effort = level;
    return this;
  }

  Draft risk(Level level) {
    risk = level;
    return this;
  }

  Draft steps(String... inOrder) {
    steps = List.of(inOrder);
    return this;
  }

  Draft example(@Nullable String code) {
    example = code;
    return this;
  }

  Recommendation done() {
    return new Recommendation(
        matter(), category, severity, title, evidence, saving, effort, risk, steps, example);
  }

  private Matter matter() {
    String service = subject.service();
    String workflow = subject.workflow();
    String id = Matter.idOf(rule, service, workflow + aspect, nodes);
    return new Matter(id, rule, service, workflow, nodes);
  }
}
