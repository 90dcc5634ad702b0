package io.heddle.core.attribute;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The attributes of one item; nothing is copied.
 *
 * @param own the item's own
 * @param inherited those that count where the item has none of that name
 */
public record Attributes(Map<String, String> own, Map<String, String> inherited) {
  /** The own ones first; of one name only the first counts. */
  void forEach(Consumer<Map.Entry<String, String>> taker) {
    own.entrySet().forEach(taker);
    inherited.entrySet().forEach(taker);
  }
}
