/** What an engine module implements. */
@NullMarked
package io.heddle.instrumentation.spi;

import org.jspecify.annotations.NullMarked;
