/** What changed between two groups of runs, and which part of it is to blame. */
@NullMarked
package io.heddle.core.comparison;

import org.jspecify.annotations.NullMarked;
