/** (to be described) */
@NullMarked
package io.heddle.otlp;

import org.jspecify.annotations.NullMarked;
