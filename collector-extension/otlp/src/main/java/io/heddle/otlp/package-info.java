/** Bytes to spans: OTLP, Jaeger and Zipkin into one table of columns. */
@NullMarked
package io.heddle.otlp;

import org.jspecify.annotations.NullMarked;
