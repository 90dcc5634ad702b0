package io.heddle.benchmarks.traces;

import java.io.IOException;
import java.util.List;

/** Writes spans in one format; {@link #finish} ends the document. */
interface TraceWriter {
  void write(List<GeneratedSpan> spans) throws IOException;

  void finish() throws IOException;
}
