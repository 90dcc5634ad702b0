/** Files of traces that look like real ones: any number of spans, the same ones for one seed. */
@NullMarked
package io.heddle.benchmarks.traces;

import org.jspecify.annotations.NullMarked;
