package io.heddle.instrumentation.spi;

import io.heddle.recorder.Leaf;
import java.util.Objects;

/**
 * Records each call of a method, from its entry to its return or throw, as one node of the run that
 * is open on the calling thread, below the innermost span there. Outside a run nothing is recorded.
 *
 * <p>The cheapest advice there is: begin and ids live in variables of the woven method and nothing
 * is called but the hook. Not for constructors.
 */
public record LeafNode(Leaf leaf) implements Advice {
  public LeafNode {
    Objects.requireNonNull(leaf, "leaf");
  }
}
