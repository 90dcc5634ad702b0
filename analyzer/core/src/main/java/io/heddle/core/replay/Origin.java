package io.heddle.core.replay;

/** Why an edge is believed, the best reason first. */
enum Origin {
  RECORDED,
  DATA_FLOW,
  DEFINITION,
  INFERRED,
  SERIAL
}
