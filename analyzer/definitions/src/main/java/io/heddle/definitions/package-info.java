/** Definitions of workflows, read from the languages that engines write them in. */
@NullMarked
package io.heddle.definitions;

import org.jspecify.annotations.NullMarked;
