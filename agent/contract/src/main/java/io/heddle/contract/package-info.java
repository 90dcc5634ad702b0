/** The span contract: what the agent writes and the collector side reads. */
@NullMarked
package io.heddle.contract;

import org.jspecify.annotations.NullMarked;
