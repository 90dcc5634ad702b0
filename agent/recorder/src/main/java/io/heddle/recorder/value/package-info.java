/** Structural hashes of values, for telling equal inputs from different ones. */
@NullMarked
package io.heddle.recorder.value;

import org.jspecify.annotations.NullMarked;
