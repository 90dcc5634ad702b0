package io.heddle.recorder;

/**
 * Which inputs, and which outputs, of one node or operation are equal. Drain thread only.
 *
 * @param inputs classes of its inputs
 * @param outputs classes of its outputs
 */
record Equality(EqualityClasses inputs, EqualityClasses outputs) {
  Equality() {
    this(new EqualityClasses(), new EqualityClasses());
  }
}
