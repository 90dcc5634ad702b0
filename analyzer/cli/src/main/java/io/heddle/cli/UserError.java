package io.heddle.cli;

/** Bad usage or bad input; the message is the one line the user sees. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }
}
