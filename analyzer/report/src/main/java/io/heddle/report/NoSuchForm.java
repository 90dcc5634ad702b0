package io.heddle.report;

/** A format was asked for in which the report does not exist. */
public final class NoSuchForm extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchForm(Format format, String what) {
    super("there is no " + format.label() + " form of " + what);
  }
}
