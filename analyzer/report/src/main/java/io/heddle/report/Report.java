package io.heddle.report;

import java.io.IOException;
import java.io.Writer;

/** A document ready to be written. Writing it twice gives the same text. */
@FunctionalInterface
public interface Report {
  /** Writes the whole document; the writer stays open. */
  void writeTo(Writer out) throws IOException;
}
