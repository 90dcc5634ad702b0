package io.heddle.core.blueprint;

/** A score in a letter. */
public enum Grade {
  A(90),
  B(75),
  C(60),
  D(40),
  F(0);

  private final int least;

  Grade(int least) {
    this.least = least;
  }

  /** The best grade that the score reaches. */
  static Grade of(double score) {
    for (Grade grade : values()) {
      if (score >= grade.least) {
        return grade;
      }
    }
    return F;
  }
}
