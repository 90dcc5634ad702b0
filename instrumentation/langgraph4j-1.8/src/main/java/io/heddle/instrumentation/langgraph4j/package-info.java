/** Records LangGraph4j 1.8: its runs, nodes, fan-outs, subgraphs, and what nodes read and write. */
@NullMarked
package io.heddle.instrumentation.langgraph4j;

import org.jspecify.annotations.NullMarked;
