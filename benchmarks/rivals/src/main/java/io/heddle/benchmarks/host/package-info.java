/** The programs that are measured under each agent; they know nothing of any agent. */
@NullMarked
package io.heddle.benchmarks.host;

import org.jspecify.annotations.NullMarked;
