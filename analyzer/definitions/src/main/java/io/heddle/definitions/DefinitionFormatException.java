package io.heddle.definitions;

import java.io.IOException;

/** A definition that cannot be read; the message names the line and column, or the byte. */
public final class DefinitionFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  DefinitionFormatException(String message) {
    super(message);
  }

  static DefinitionFormatException at(String what, int line, int column) {
    return new DefinitionFormatException(what + " at line " + line + ", column " + column);
  }
}
