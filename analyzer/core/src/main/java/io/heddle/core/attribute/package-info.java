/** Which attribute of executions goes with something special about them. */
@NullMarked
package io.heddle.core.attribute;

import org.jspecify.annotations.NullMarked;
