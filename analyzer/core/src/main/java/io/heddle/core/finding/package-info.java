/** What changed while the runs came in: steps, drifts and versions that differ. */
@NullMarked
package io.heddle.core.finding;

import org.jspecify.annotations.NullMarked;
