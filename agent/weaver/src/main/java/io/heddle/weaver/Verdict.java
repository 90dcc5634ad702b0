package io.heddle.weaver;

import java.util.Locale;

/** What became of a rule where its class was loaded. */
public enum Verdict {
  /** The class has not been loaded. */
  UNSEEN,
  /** The method is woven. */
  MATCHED,
  /** The class has no method of that name that could be woven. */
  MISSING,
  /** The class has a method of that name, but with another number of parameters. */
  CHANGED,
  /** Weaving broke down; the class runs as its author wrote it. */
  FAILED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
