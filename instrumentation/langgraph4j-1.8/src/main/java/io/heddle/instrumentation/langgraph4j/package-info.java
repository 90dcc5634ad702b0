/** (to be described) */
@NullMarked
package io.heddle.instrumentation.langgraph4j;

import org.jspecify.annotations.NullMarked;
