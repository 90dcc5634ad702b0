/** Tasks that runs hand to the JDK's executors. */
@NullMarked
package io.heddle.instrumentation.executors;

import org.jspecify.annotations.NullMarked;
