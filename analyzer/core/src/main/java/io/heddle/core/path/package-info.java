/** The critical path of a run and its aggregate over runs. */
@NullMarked
package io.heddle.core.path;

import org.jspecify.annotations.NullMarked;
