/** The recorder's rings under jcstress. */
@NullMarked
package io.heddle.benchmarks.ring;

import org.jspecify.annotations.NullMarked;
