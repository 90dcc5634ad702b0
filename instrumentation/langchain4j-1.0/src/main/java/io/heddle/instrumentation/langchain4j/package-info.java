/** Records LangChain4j's model calls as operations below the node that makes them. */
@NullMarked
package io.heddle.instrumentation.langchain4j;

import org.jspecify.annotations.NullMarked;
