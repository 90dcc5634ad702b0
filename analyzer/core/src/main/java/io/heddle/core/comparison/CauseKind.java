package io.heddle.core.comparison;

import io.heddle.core.path.SectionKind;
import java.util.Locale;

/** Why time went by that a change can be charged to. */
public enum CauseKind {
  /** In an attempt that failed and was repeated, whatever it did. */
  RETRY,
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

  static CauseKind of(SectionKind section) {
    return switch (section) {
      case BACKOFF -> BACKOFF;
      case QUEUE -> QUEUE;
      case EDGE -> EDGE;
      case ENGINE -> ENGINE;
      case SELF -> SELF;
    };
  }

  /** The kind as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
