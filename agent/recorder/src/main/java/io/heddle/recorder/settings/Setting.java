package io.heddle.recorder.settings;

import java.util.Locale;

/**
 * Every setting of our own. The environment variable of {@code heddle.ring.slots} is {@code
 * HEDDLE_RING_SLOTS}. The table in {@code docs/settings.md} is checked against this.
 */
public enum Setting {
  ENABLED(
      "heddle.enabled",
      "true",
      "`false` leaves the application untouched; in the file it stops recording at once, and `true`"
          + " begins again",
      Change.LIVE),
  CONFIG_FILE(
      "heddle.config.file",
      "",
      "a properties file with any of these and of `otel.*`; looked at every second",
      Change.RESTART),
  EVIDENCE(
      "heddle.evidence",
      "on",
      "`off` records no reads, no writes and no equality of inputs and outputs",
      Change.RESTART),
  EVIDENCE_EQUALITY(
      "heddle.evidence.equality",
      "on",
      "`off` records what nodes read and write, but not which inputs and outputs are equal; no value"
          + " is looked at then",
      Change.RESTART),
  EVIDENCE_PREDECESSORS(
      "heddle.evidence.predecessors",
      "on",
      "`off` records no links from a node to those that had to end before it",
      Change.RESTART),
  EVIDENCE_CPU(
      "heddle.evidence.cpu",
      "on",
      "`off` measures no CPU time of nodes; else it is measured in each execution of a node that"
          + " recently took more than 100 us, in its first one and in 1 of 1,024 others; calls of"
          + " one's own methods in at most 2 a second of a thread's others",
      Change.RESTART),
  EVIDENCE_MEMORY(
      "heddle.evidence.memory",
      "on",
      "`off` measures no allocated bytes of nodes; else they are measured as CPU time is, from"
          + " 10 us on",
      Change.RESTART),
  EVIDENCE_SALT(
      "heddle.evidence.salt",
      "",
      "a secret of 16 characters or more; then spans carry digests of inputs and outputs, which are"
          + " equal in all processes with the same salt",
      Change.RESTART),
  EXECUTORS(
      "heddle.executors",
      "off",
      "`on` follows tasks of runs to other threads; see [methods](methods.md#tasks-on-other-threads)",
      Change.RESTART),
  EXTENSIONS(
      "heddle.extensions",
      "",
      "jars with further engine modules, separated as in a class path",
      Change.RESTART),
  JOIN(
      "heddle.join",
      "on",
      "`off` leaves runs and the spans of OpenTelemetry in the same process apart; see"
          + " [beside OpenTelemetry](opentelemetry.md)",
      Change.RESTART),
  METHODS(
      "heddle.methods",
      "",
      "methods of the application as nodes and workflows, `com.acme.Orders[charge,ship]`; see"
          + " [methods](methods.md)",
      Change.LIVE),
  METHODS_MAX(
      "heddle.methods.max",
      "500",
      "how many methods `heddle.methods` may weave, from 1 to 100000; further ones are counted and"
          + " left alone",
      Change.LIVE),
  LOG("heddle.log", "warn", "`off`, `warn`, `info` or `debug`; to stderr", Change.RESTART),
  STATUS_DIR(
      "heddle.status.dir",
      "~/.heddle/status",
      "where `heddle doctor` finds how this agent is doing, a small file for each JVM; `off` writes"
          + " none",
      Change.RESTART),
  SAMPLE_RATIO(
      "heddle.sample.ratio",
      "",
      "the part of all runs whose spans are sent, from 0 to 1; without it what"
          + " `OTEL_TRACES_SAMPLER` says, else all. See [sampling](metrics.md#sampling)",
      Change.RESTART),
  SAMPLE_RAISE(
      "heddle.sample.raise",
      "failed,slow",
      "runs that are sent whatever the ratio: `failed,slow`, `failed`, `slow` or `off`",
      Change.RESTART),
  SAMPLE_BUFFER(
      "heddle.sample.buffer",
      "32",
      "MiB that spans may take, about, while their run is not decided, from 0 to 1024",
      Change.RESTART),
  PAUSE_HEAP(
      "heddle.pause.heap",
      "95",
      "recording pauses when a collection leaves more percent of the heap in use, until it is a tenth"
          + " below for five seconds; from 1 to 100, and 100 never pauses",
      Change.RESTART),
  PAUSE_CPU(
      "heddle.pause.cpu",
      "100",
      "recording pauses when the process uses more percent of all processors for five seconds, until"
          + " it is a tenth below as long; from 1 to 100, and 100 never pauses",
      Change.RESTART),
  RING_SLOTS(
      "heddle.ring.slots",
      "32768",
      "slots of 64 bytes in each ring, a power of two from 64 to 1048576; a node takes 1 to 3",
      Change.RESTART),
  RINGS_MAX(
      "heddle.rings.max",
      "16",
      "threads with a ring of their own, from 0 to 1024; further ones and virtual threads share",
      Change.RESTART);

  /** When another value takes effect. */
  public enum Change {
    /** Within seconds, if the file is changed. */
    LIVE,
    /** When the JVM is started again. */
    RESTART
  }

  private final String key;
  private final String defaultValue;
  private final String meaning;
  private final Change change;

  Setting(String key, String defaultValue, String meaning, Change change) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
    this.change = change;
  }

  /** The system property, and the name in the file. */
  public String key() {
    return key;
  }

  /** The environment variable. */
  public String variable() {
    return key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  public String defaultValue() {
    return defaultValue;
  }

  public Change change() {
    return change;
  }

  /** One phrase in Markdown. */
  public String meaning() {
    return meaning;
  }
}
