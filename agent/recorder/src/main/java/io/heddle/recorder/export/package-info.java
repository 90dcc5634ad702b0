/** Finished spans to an OTLP endpoint: batches, bounds, counts. Loaded with the first span. */
@NullMarked
package io.heddle.recorder.export;

import org.jspecify.annotations.NullMarked;
