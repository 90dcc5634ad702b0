package io.heddle.recorder;

/** What becomes of the spans of a run: they go or stay together. */
enum Fate {
  SENT,

  /** The span of another tracer that the run began in is not sampled. */
  UNSAMPLED,

  /** Left out by our own sampling. */
  SAMPLED_OUT,

  /** It is decided when the run ends. */
  WAITING
}
