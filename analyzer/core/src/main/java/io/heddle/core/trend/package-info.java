/** How a workflow's times move: change points and drift. */
@NullMarked
package io.heddle.core.trend;

import org.jspecify.annotations.NullMarked;
