package io.heddle.receiver;

/** What a sender is told, independent of transport and encoding. */
sealed interface Answer {
  Answer ACCEPTED = new Accepted();

  /** Everything was taken. */
  record Accepted() implements Answer {}

  /**
   * The request was taken, some of its content was not.
   *
   * @param rejected items not taken; 0 makes {@code message} a warning
   */
  record Partial(long rejected, String message) implements Answer {}

  /** Nothing was taken. */
  record Refused(Refusal refusal, String message) implements Answer {}
}
