/**
 * Start-up: defines the hook class and opens the loader in which everything else of the agent
 * lives.
 */
@NullMarked
package io.heddle.agent.loader;

import org.jspecify.annotations.NullMarked;
