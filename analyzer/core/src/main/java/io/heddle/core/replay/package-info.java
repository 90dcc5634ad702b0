/** What a run would have lasted had its nodes been faster, cached or side by side. */
@NullMarked
package io.heddle.core.replay;

import org.jspecify.annotations.NullMarked;
