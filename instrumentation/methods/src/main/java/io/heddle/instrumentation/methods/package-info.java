/** The setting {@code heddle.methods}: methods of the application itself as nodes and workflows. */
@NullMarked
package io.heddle.instrumentation.methods;

import org.jspecify.annotations.NullMarked;
