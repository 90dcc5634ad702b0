/**
 * Runs, their executions and the way from an engine's thread to a span; knows no engine and no byte
 * code.
 */
@NullMarked
package io.heddle.recorder;

import org.jspecify.annotations.NullMarked;
