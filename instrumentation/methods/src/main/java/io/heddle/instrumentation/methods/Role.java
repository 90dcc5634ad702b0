package io.heddle.instrumentation.methods;

/** What a call of a woven method is. */
public enum Role {
  /** A node of whatever run is open on its thread. */
  NODE,
  /** A run; inside another one, a subworkflow of it. */
  WORKFLOW
}
