/** What recording costs, beside what nobody can avoid. */
@NullMarked
package io.heddle.benchmarks;

import org.jspecify.annotations.NullMarked;
