package io.heddle.receiver;

/** Ends the handling of a request that cannot be taken. */
final class RefusedRequest extends Exception {
  private static final long serialVersionUID = 1L;
  private final Refusal refusal;

  RefusedRequest(Refusal refusal, String message) {
    super(message, null, false, false);
    this.refusal = refusal;
  }

  Answer.Refused answer() {
    return new Answer.Refused(refusal, String.valueOf(getMessage()));
  }
}
