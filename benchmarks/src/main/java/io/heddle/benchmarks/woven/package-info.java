/** What a woven method costs under the packaged agent. */
@NullMarked
package io.heddle.benchmarks.woven;

import org.jspecify.annotations.NullMarked;
