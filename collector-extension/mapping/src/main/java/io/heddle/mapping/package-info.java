/** (to be described) */
@NullMarked
package io.heddle.mapping;

import org.jspecify.annotations.NullMarked;
