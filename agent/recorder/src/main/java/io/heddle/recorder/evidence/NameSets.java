package io.heddle.recorder.evidence;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.value.ValueHasher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets of state names as attributes of one key. The last ones asked for are kept, since a node
 * mostly touches the same names. Drain thread only.
 */
public final class NameSets {
  private static final int KEPT = 256;

  private final String key;
  private final @Nullable NameSet[] kept = new NameSet[KEPT];

  /** What a mask means in one dictionary never changes. */
  private record NameSet(Names names, long mask, SharedAttributes attributes) {}

  public NameSets(String key) {
    this.key = key;
  }

  public SharedAttributes of(Names names, long mask) {
    int at = (int) ValueHasher.mix(mask ^ System.identityHashCode(names)) & (KEPT - 1);
    NameSet known = kept[at];
    if (known == null || known.names != names || known.mask != mask) {
      known = made(names, mask);
      kept[at] = known;
    }
    return known.attributes;
  }

  @CompiledApart
  private NameSet made(Names names, long mask) {
    return new NameSet(names, mask, attributes(names.in(mask)));
  }

  public SharedAttributes attributes(List<String> names) {
    return new SharedAttributes(List.of(new Attribute(key, names)));
  }
}
