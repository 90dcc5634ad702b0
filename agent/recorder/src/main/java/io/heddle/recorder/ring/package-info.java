/** Lock-free rings of 64-byte slots between the engine's threads and the drain. */
@NullMarked
package io.heddle.recorder.ring;

import org.jspecify.annotations.NullMarked;
