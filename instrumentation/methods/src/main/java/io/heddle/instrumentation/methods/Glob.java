package io.heddle.instrumentation.methods;

/**
 * A pattern in which {@code *} stands for any characters but the separator {@code /}, and {@code
 * **} for any at all. Immutable; matching allocates nothing and never takes more than length times
 * pattern steps.
 */
final class Glob {
  private static final int NONE = -1;

  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  /** Whether it has no stars, and so one match only. */
  boolean isExact() {
    return pattern.indexOf('*') < 0;
  }

  /**
   * Whether the whole text matches. The last star of each kind takes one character more whenever
   * what follows does not fit; an earlier one need never be asked again.
   */
  boolean matches(String text) {
    int at = 0;
    int next = 0;
    int star = NONE;
    int starAt = 0;
    int stars = NONE;
    int starsAt = 0;
    while (at < text.length()) {
      if (isDoubleStar(next)) {
        stars = next + 2;
        starsAt = at;
        star = NONE;
        next = stars;
      } else if (next < pattern.length() && pattern.charAt(next) == '*') {
        star = ++next;
        starAt = at;
      } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
        next++;
        at++;
      } else if (star != NONE && text.charAt(starAt) != '/') {
        at = ++starAt;
        next = star;
      } else if (stars != NONE) {
        at = ++starsAt;
        next = stars;
        star = NONE;
      } else {
        return false;
      }
    }
    return isOnlyStars(next);
  }

  private boolean isDoubleStar(int index) {
    return pattern.startsWith("**", index);
  }

  private boolean isOnlyStars(int from) {
    for (int i = from; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '*') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
