/** The one class that woven code calls. */
@NullMarked
package io.heddle.hook;

import org.jspecify.annotations.NullMarked;
