/** The duty cycle of the drain thread: steppable by a test, asleep when there is nothing to do. */
@NullMarked
package io.heddle.recorder.drain;

import org.jspecify.annotations.NullMarked;
