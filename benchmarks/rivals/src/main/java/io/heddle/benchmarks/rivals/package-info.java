/** Whole processes under Heddle's agent and under others, in turn, and what each of them cost. */
@NullMarked
package io.heddle.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
