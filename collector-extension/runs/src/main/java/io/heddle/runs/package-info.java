/** Spans to runs: late, duplicated, missing, reordered, never-ending. */
@NullMarked
package io.heddle.runs;

import org.jspecify.annotations.NullMarked;
