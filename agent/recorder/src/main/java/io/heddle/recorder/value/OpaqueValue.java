package io.heddle.recorder.value;

/** Leaves the recursion of {@link ValueHasher} at a value that cannot be hashed. Never escapes. */
@SuppressWarnings(
    "StaticAssignmentOfThrowable") // without a stack trace there is nothing to mislead
final class OpaqueValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final OpaqueValue INSTANCE = new OpaqueValue();

  private OpaqueValue() {
    super("opaque", null, false, false);
  }
}
