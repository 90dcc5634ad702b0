package io.heddle.cli.doctor;

/** Numbers with the noun they count. */
final class Counted {
  private Counted() {}

  /** {@code 1 class}, {@code 2 classes}. */
  static String of(long count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }
}
