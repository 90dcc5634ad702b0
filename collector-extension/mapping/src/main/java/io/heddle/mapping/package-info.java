/**
 * Spans of any origin to workflow, run and node, by a table whose winning key is kept as evidence.
 */
@NullMarked
package io.heddle.mapping;

import org.jspecify.annotations.NullMarked;
