/** Clocks of different hosts that disagree: what they made of a run, put right again. */
@NullMarked
package io.heddle.core.skew;

import org.jspecify.annotations.NullMarked;
