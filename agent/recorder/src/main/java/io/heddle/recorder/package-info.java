/** Rings, drain, ids, spans, settings and self metrics; knows no engine and no byte code. */
@NullMarked
package io.heddle.recorder;

import org.jspecify.annotations.NullMarked;
