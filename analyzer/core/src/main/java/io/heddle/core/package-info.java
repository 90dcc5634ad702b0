/** (to be described) */
@NullMarked
package io.heddle.core;

import org.jspecify.annotations.NullMarked;
