package io.heddle.instrumentation.spi;

/**
 * What a rule does at a woven method: ask a probe, or record a leaf node without asking anybody.
 */
public sealed interface Advice permits Probe, LeafNode {}
