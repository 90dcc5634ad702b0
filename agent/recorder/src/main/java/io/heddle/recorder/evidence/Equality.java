package io.heddle.recorder.evidence;

/**
 * Which inputs, and which outputs, of one node or operation are equal. Drain thread only.
 *
 * @param inputs classes of its inputs
 * @param outputs classes of its outputs
 */
public record Equality(EqualityClasses inputs, EqualityClasses outputs) {
  public Equality() {
    this(new EqualityClasses(), new EqualityClasses());
  }
}
