package io.heddle.recorder;

import io.heddle.hook.HeddleHook;
import java.util.concurrent.atomic.LongAdder;

/**
 * A node without anything inside that its record would have to tell, recorded by woven code itself.
 * It belongs to no workflow: in each run it becomes the node of that id of the run's workflow.
 * Interned by {@link Recorder#leaf}. Thread-safe.
 */
public final class Leaf {
  private final int number;
  private final String id;
  private final String type;
  private final RecentTimes times;
  private final LongAdder outside = new LongAdder();

  /** Plain: a late view measures once too often or too rarely. */
  private int worthMeasuring = Costs.NONE;

  Leaf(int number, String id, String type, RecentTimes times) {
    this.number = number;
    this.id = id;
    this.type = type;
    this.times = times;
  }

  /** Its place in woven code, from 0 without gaps. */
  public int number() {
    return number;
  }

  /** The node's id, for example {@code Mailer.send}. */
  public String id() {
    return id;
  }

  /** The node's type: code, tool, http_request ... */
  public String type() {
    return type;
  }

  /** How often it was called where no run was open, and so not recorded. */
  public long outsideCalls() {
    return outside.sum();
  }

  /** A call took that long. Drain thread only. */
  void took(long ns) {
    int worth = times.took(number, ns);
    if (worthMeasuring != worth) {
      worthMeasuring = worth;
    }
    HeddleHook.measure(number, worth != Costs.NONE);
  }

  /** What is measured of each call; see {@link Costs#worth}. */
  int worthMeasuring() {
    return worthMeasuring;
  }

  void calledOutside() {
    outside.increment();
  }
}
