/** Facts about a workflow and what to do about them, each with its evidence. */
@NullMarked
package io.heddle.core.advice;

import org.jspecify.annotations.NullMarked;
