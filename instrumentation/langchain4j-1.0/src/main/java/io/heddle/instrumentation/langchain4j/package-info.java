/** (to be described) */
@NullMarked
package io.heddle.instrumentation.langchain4j;

import org.jspecify.annotations.NullMarked;
