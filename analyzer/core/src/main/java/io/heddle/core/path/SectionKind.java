package io.heddle.core.path;

import java.util.Locale;

/** Why a section took its time; where several kinds fit, the first one here is meant. */
public enum SectionKind {
  /** Between two attempts. */
  BACKOFF,
  /** Ready, but not started. */
  QUEUE,
  /** Waiting for the service that is called. */
  EDGE,
  /** Between two nodes, explained by no recorded edge. */
  ENGINE,
  /** Everything else: the owner's own work. */
  SELF;

  /** The kind as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
