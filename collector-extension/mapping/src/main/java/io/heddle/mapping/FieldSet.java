package io.heddle.mapping;

/** Fields that are asked for together. Immutable. */
@SuppressWarnings("EnumOrdinal") // bits that live no longer than this
public final class FieldSet {
  private final long bits;

  private FieldSet(long bits) {
    this.bits = bits;
  }

  /** The set of these fields. */
  public static FieldSet of(Field... fields) {
    long bits = 0;
    for (Field field : fields) {
      bits |= 1L << field.ordinal();
    }
    return new FieldSet(bits);
  }

  /** A bit for each field, by its ordinal. */
  long bits() {
    return bits;
  }
}
