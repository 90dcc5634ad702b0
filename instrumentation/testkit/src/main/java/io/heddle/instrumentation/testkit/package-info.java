/**
 * Runs an application under the packaged agent and shows what arrived: the contract every engine
 * module keeps.
 */
@NullMarked
package io.heddle.instrumentation.testkit;

import org.jspecify.annotations.NullMarked;
