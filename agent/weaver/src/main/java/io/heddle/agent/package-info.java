/** The premain class; all of the agent that an application can name. */
@NullMarked
package io.heddle.agent;

import org.jspecify.annotations.NullMarked;
