/** What a workflow's definition tells before it has run: estimates, totals and a score. */
@NullMarked
package io.heddle.core.blueprint;

import org.jspecify.annotations.NullMarked;
