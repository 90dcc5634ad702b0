/** Spans through OpenTelemetry's own exporter, for what the direct way does not do. */
@NullMarked
package io.heddle.recorder.sdk;

import org.jspecify.annotations.NullMarked;
