package io.heddle.recorder.settings;

/** How far a name is from another one. */
final class Spelling {
  private Spelling() {}

  /**
   * How many characters must be put in, taken out or replaced to make one of the other
   * (Levenshtein's distance).
   */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      above = below(above, i, one.charAt(i - 1), other);
    }
    return above[other.length()];
  }

  private static int[] below(int[] above, int row, char character, String other) {
    int[] here = new int[above.length];
    here[0] = row;
    for (int j = 1; j < here.length; j++) {
      int replaced = above[j - 1] + (other.charAt(j - 1) == character ? 0 : 1);
      here[j] = Math.min(replaced, 1 + Math.min(above[j], here[j - 1]));
    }
    return here;
  }
}
