package io.heddle.recorder;

import java.util.HexFormat;

/**
 * A span of ours that has begun and not ended: what others need to put theirs below it.
 *
 * @param run it belongs to
 * @param id never 0
 */
public record OpenSpan(Run run, long id) {
  /** 16 hex digits. */
  public String hexId() {
    return HexFormat.of().toHexDigits(id);
  }
}
