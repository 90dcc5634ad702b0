/**
 * Joins what OpenTelemetry traces in the same process: its Java agent, or an SDK of the
 * application.
 */
@NullMarked
package io.heddle.instrumentation.opentelemetry;

import org.jspecify.annotations.NullMarked;
