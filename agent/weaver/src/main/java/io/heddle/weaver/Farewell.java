package io.heddle.weaver;

import io.heddle.recorder.Log;
import io.heddle.recorder.Recorder;

/** What happens when the JVM ends: the recorder is flushed, and in debug every verdict is shown. */
final class Farewell extends Thread {
  private final Recorder recorder;
  private final RuleBook rules;
  private final Log log;

  Farewell(Recorder recorder, RuleBook rules, Log log) {
    super("heddle-farewell");
    this.recorder = recorder;
    this.rules = rules;
    this.log = log;
  }

  @Override
  public void run() {
    recorder.close();
    for (WovenRule rule : rules.rules()) {
      log.debug(VerdictLine.of(rule));
    }
  }
}
