/** Where the nodes and edges of a graph are drawn. */
@NullMarked
package io.heddle.report.layout;

import org.jspecify.annotations.NullMarked;
