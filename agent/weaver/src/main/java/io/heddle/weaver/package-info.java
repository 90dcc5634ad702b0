/** Weaves the rules of the engine modules into engine classes and keeps a verdict on each. */
@NullMarked
package io.heddle.weaver;

import org.jspecify.annotations.NullMarked;
