/** (to be described) */
@NullMarked
package io.heddle.instrumentation.testkit;

import org.jspecify.annotations.NullMarked;
