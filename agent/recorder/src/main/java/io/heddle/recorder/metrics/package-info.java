/** Statistics kept in the process and sent as OTLP metrics: exponential histograms and counters. */
@NullMarked
package io.heddle.recorder.metrics;

import org.jspecify.annotations.NullMarked;
