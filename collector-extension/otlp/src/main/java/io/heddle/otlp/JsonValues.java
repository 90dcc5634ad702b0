package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Scalars as the JSON of trace formats writes them: numbers as numbers or as strings. */
final class JsonValues {
  static boolean isEnd(JsonToken token) {
    return token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
  }

  /** A 64-bit number, signed or unsigned; null and "" are 0. */
  static long longValue(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_NUMBER_INT ->
          in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parse(in, in.getText())
              : in.getLongValue();
      case VALUE_NUMBER_FLOAT -> (long) in.getDoubleValue();
      case VALUE_STRING -> parse(in, in.getText().strip());
      case VALUE_NULL -> 0;
      default -> throw unexpected(in, "a number");
    };
  }

  static double doubleValue(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_STRING -> parseDouble(in);
      default -> throw unexpected(in, "a number");
    };
  }

  static boolean booleanValue(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      case VALUE_STRING -> Boolean.parseBoolean(in.getText());
      default -> throw unexpected(in, "true or false");
    };
  }

  /** Text of a scalar; null is "". */
  static String text(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!in.currentToken().isScalarValue()) {
      throw unexpected(in, "a text");
    }
    return in.getText();
  }

  /** Goes into an array; false, with the value skipped, when the value is null. */
  static boolean enter(JsonParser in, JsonToken start) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    if (in.currentToken() != start) {
      throw unexpected(in, start == JsonToken.START_ARRAY ? "an array" : "an object");
    }
    return true;
  }

  static TraceFormatException unexpected(JsonParser in, String wanted) throws IOException {
    return new TraceFormatException(
        "expected " + wanted + " for \"" + in.currentName() + "\" " + place(in));
  }

  static String place(JsonParser in) {
    return "at byte " + Math.max(0, in.currentTokenLocation().getByteOffset());
  }

  private static long parse(JsonParser in, String text) throws IOException {
    try {
      if (text.isEmpty()) {
        return 0;
      }
      return text.charAt(0) == '-' ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    } catch (NumberFormatException notWhole) {
      throw unexpected(in, "a 64-bit number");
    }
  }

  private static double parseDouble(JsonParser in) throws IOException {
    try {
      return Double.parseDouble(in.getText());
    } catch (NumberFormatException notNumber) {
      throw unexpected(in, "a number");
    }
  }

  private JsonValues() {}
}
