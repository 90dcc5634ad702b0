package io.heddle.recorder.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attribute of one key whose values are whole numbers, mostly small ones: these are encoded
 * once. Drain thread only.
 */
public final class SharedNumbers {
  private static final int KEPT = 64;

  private final CommonText key;
  private final @Nullable SharedAttributes[] kept = new SharedAttributes[KEPT];

  public SharedNumbers(String key) {
    this.key = new CommonText(key);
  }

  /** Tells it of a span. */
  public void write(SpanSink span, long number) {
    if (number >= 0 && number < KEPT) {
      span.attributes(small((int) number));
    } else {
      span.attribute(key, number);
    }
  }

  private SharedAttributes small(int number) {
    SharedAttributes known = kept[number];
    if (known == null) {
      known = new SharedAttributes(List.of(new Attribute(key.toString(), (long) number)));
      kept[number] = known;
    }
    return known;
  }
}
