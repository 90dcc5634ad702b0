package io.heddle.recorder.export;

import io.heddle.recorder.jvm.CompiledApart;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attributes that many spans have in common, so that they are encoded once. Drain thread only. */
public final class SharedAttributes {
  private final List<Attribute> attributes;
  private byte @Nullable [] encoded;

  public SharedAttributes(List<Attribute> attributes) {
    this.attributes = List.copyOf(attributes);
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  /** What {@code encoder} makes of them; it is asked once. */
  public byte[] encoded(Function<List<Attribute>, byte[]> encoder) {
    byte[] known = encoded;
    return known == null ? encode(encoder) : known;
  }

  @CompiledApart
  private byte[] encode(Function<List<Attribute>, byte[]> encoder) {
    byte[] made = encoder.apply(attributes);
    encoded = made;
    return made;
  }
}
