/** OTLP over HTTP, encoded straight into the bytes that are sent: no object per span. */
@NullMarked
package io.heddle.recorder.otlp;

import org.jspecify.annotations.NullMarked;
