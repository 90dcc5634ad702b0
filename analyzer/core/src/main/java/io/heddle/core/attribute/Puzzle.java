package io.heddle.core.attribute;

import java.util.BitSet;
import java.util.List;

/**
 * Items of which some are special, and nobody knows why.
 *
 * @param items the attributes of each
 * @param special places of the special ones
 * @param absenceTells whether an attribute that an item lacks may be the reason; not where what
 *     makes an item special also keeps attributes from being written
 */
public record Puzzle(List<Attributes> items, BitSet special, boolean absenceTells) {
  public Puzzle {
    items = List.copyOf(items);
    special = (BitSet) special.clone();
  }
}
