/** (to be described) */
@NullMarked
package io.heddle.receiver;

import org.jspecify.annotations.NullMarked;
