/** What recommendations promised, what came of them, and what later ones learn from that. */
@NullMarked
package io.heddle.core.outcome;

import org.jspecify.annotations.NullMarked;
