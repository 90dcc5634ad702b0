/** What each kind of evidence costs, apart from the others. */
@NullMarked
package io.heddle.benchmarks.evidence;

import org.jspecify.annotations.NullMarked;
