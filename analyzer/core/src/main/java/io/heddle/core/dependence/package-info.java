/** How much less values say that follow each other and resemble each other. */
@NullMarked
package io.heddle.core.dependence;

import org.jspecify.annotations.NullMarked;
