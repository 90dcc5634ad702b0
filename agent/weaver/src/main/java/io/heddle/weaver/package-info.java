/** (to be described) */
@NullMarked
package io.heddle.weaver;

import org.jspecify.annotations.NullMarked;
