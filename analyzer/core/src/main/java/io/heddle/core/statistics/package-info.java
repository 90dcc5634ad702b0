/** What the executions of a workflow's nodes took and cost, in profiles that merge exactly. */
@NullMarked
package io.heddle.core.statistics;

import org.jspecify.annotations.NullMarked;
