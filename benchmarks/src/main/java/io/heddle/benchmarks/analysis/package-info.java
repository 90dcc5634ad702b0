/** How long the analysis takes: from a file to the report, and the critical path alone. */
@NullMarked
package io.heddle.benchmarks.analysis;

import org.jspecify.annotations.NullMarked;
