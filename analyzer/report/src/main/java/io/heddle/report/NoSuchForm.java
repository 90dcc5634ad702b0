package io.heddle.report;

/** Some reports do not exist in every format. */
public final class NoSuchForm extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchForm(Format format, String what) {
    super("there is no " + format.label() + " form of " + what);
  }
}
