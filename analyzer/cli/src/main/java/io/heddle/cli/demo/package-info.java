/** The demonstration: the sample workflow under the agent, from start to report. */
@NullMarked
package io.heddle.cli.demo;

import org.jspecify.annotations.NullMarked;
