package io.heddle.weaver;

import io.heddle.agent.loader.AmpleStack;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.self.Log;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule with what became of it: its verdicts, its failures, and whether it is on. Thread-safe. */
public final class WovenRule {
  /** A failing probe costs a throwable each time; this many prove that it will not heal. */
  static final int FAILURES_TOLERATED = 10;

  private static final int SIGHTINGS_KEPT = 16;

  private final String engine;
  private final String versions;
  private final Rule rule;
  private final Recorder recorder;
  private final AtomicLong failures = new AtomicLong();
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();

  /** Plain on purpose: a late view only costs one more failure. */
  private boolean on = true;

  /**
   * @param versions of the engine that are supported; empty if all are
   */
  WovenRule(String engine, String versions, Rule rule, Recorder recorder) {
    this.engine = engine;
    this.versions = versions;
    this.rule = rule;
    this.recorder = recorder;
  }

  public String engine() {
    return engine;
  }

  public Rule rule() {
    return rule;
  }

  /** Class, method and arity, {@code org.example.Outer$Inner.method/2}. */
  String place() {
    return rule.className() + "." + rule.methodName() + "/" + rule.arity();
  }

  /** Whether the rule's probe is called. */
  public boolean isOn() {
    return on;
  }

  /** How often the rule's probe threw, or answered with an object of the wrong type. */
  public long failures() {
    return failures.get();
  }

  /** The last verdict; {@link Verdict#UNSEEN} before the class was loaded. */
  public Verdict verdict() {
    synchronized (sightings) {
      return sightings.isEmpty() ? Verdict.UNSEEN : sightings.get(sightings.size() - 1).verdict();
    }
  }

  /** Where the class was seen, oldest first; the same place once. */
  public List<Sighting> sightings() {
    synchronized (sightings) {
      return List.copyOf(sightings);
    }
  }

  void seen(Sighting sighting) {
    synchronized (sightings) {
      sightings.remove(sighting);
      if (sightings.size() == SIGHTINGS_KEPT) {
        sightings.remove(0);
      }
      sightings.add(sighting);
    }
    recorder.log().debug("rule " + sighting.verdict() + ": " + this + " in " + sighting.origin());
    boolean isAbsent =
        sighting.verdict() == Verdict.MISSING || sighting.verdict() == Verdict.CHANGED;
    if (isAbsent && rule.isNeeded()) {
      tellUnsupported(sighting.origin());
    }
  }

  /** Several rules may find that out; the line is the same. */
  private void tellUnsupported(String origin) {
    String supported = versions.isEmpty() ? "" : " (" + versions + " is)";
    recorder
        .log()
        .warnOnce(
            EngineVersion.of(origin)
                + " is of a version of "
                + engine
                + " that is not supported"
                + supported
                + ": what it runs is recorded in part or not at all");
  }

  /** A site that is switched off with the rule. */
  void leadsTo(Site site) {
    synchronized (sites) {
      sites.add(site);
      if (!on) {
        site.turnOff();
      }
    }
  }

  private void turnOff() {
    synchronized (sites) {
      on = false;
      sites.forEach(Site::turnOff);
    }
  }

  /** Its probe threw. Never throws. */
  void failed(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      recorder.counters().error(); // the application's stack, which is no fault of the rule
      return;
    }
    long count = failures.incrementAndGet();
    if (count == FAILURES_TOLERATED) {
      turnOff();
      recorder.counters().ruleOff();
    }
    if (count == FAILURES_TOLERATED || count == 1) {
      tell(count, failure);
    }
  }

  private void tell(long count, Throwable failure) {
    try {
      AmpleStack.call(new Telling(this, count, failure));
    } catch (RuntimeException | Error ofItsOwnMessage) {
      recorder.counters().error();
    }
  }

  private record Telling(WovenRule rule, long count, Throwable failure)
      implements Supplier<@Nullable Object> {
    @Override
    public @Nullable Object get() {
      Log log = rule.recorder.log();
      if (count == 1) {
        log.debug("rule failed: " + rule + ": " + stackTrace(failure));
      } else {
        log.warn("rule switched off after " + count + " failures: " + rule + ": " + failure);
      }
      return null;
    }
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** The engine and the place, {@code langgraph4j org.example.Outer$Inner.method/2}. */
  @Override
  public String toString() {
    return engine + " " + place();
  }
}
