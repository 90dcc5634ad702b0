package io.heddle.recorder.metrics;

import java.util.OptionalLong;
import java.util.function.Supplier;

/** A number of this moment, asked for when it is sent; absent if there is none yet. */
public record Gauge(Description description, Supplier<OptionalLong> reading)
    implements Instrument {}
