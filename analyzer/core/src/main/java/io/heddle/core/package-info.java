/** Turns runs into one immutable set of facts: what happened, where the time went, what to do. */
@NullMarked
package io.heddle.core;

import org.jspecify.annotations.NullMarked;
