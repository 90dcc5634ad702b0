package io.heddle.otlp;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Texts of stored values. */
final class ValueText {
  static String of(AttributeTable table, int[] words, int at) {
    int header = words[at];
    return switch (Values.type(header)) {
      case Values.TEXT, Values.BYTES -> table.texts.get(words[at + 1]);
      case Values.NULL -> "";
      case Values.BOOLEAN -> String.valueOf(words[at + 1] == 1);
      case Values.LONG -> String.valueOf(Values.longAt(words, at + 1));
      default -> json(new StringBuilder(), table, words, at).toString();
    };
  }

  private static StringBuilder json(StringBuilder out, AttributeTable table, int[] words, int at) {
    int header = words[at];
    return switch (Values.type(header)) {
      case Values.TEXT, Values.BYTES -> quoted(out, table.texts.get(words[at + 1]));
      case Values.BOOLEAN -> out.append(words[at + 1] == 1);
      case Values.LONG -> out.append(Values.longAt(words, at + 1));
      case Values.DOUBLE -> out.append(Double.longBitsToDouble(Values.longAt(words, at + 1)));
      case Values.LIST -> list(out, table, words, at);
      case Values.MAP -> map(out, table, words, at);
      default -> out.append("null");
    };
  }

  private static StringBuilder list(StringBuilder out, AttributeTable table, int[] words, int at) {
    out.append('[');
    int end = after(words, at);
    for (int element = at + 1; element < end; element = after(words, element)) {
      separate(out, element > at + 1);
      json(out, table, words, element);
    }
    return out.append(']');
  }

  private static StringBuilder map(StringBuilder out, AttributeTable table, int[] words, int at) {
    out.append('{');
    int end = after(words, at);
    for (int entry = at + 1; entry < end; entry = after(words, entry + 1)) {
      separate(out, entry > at + 1);
      quoted(out, table.keys.get(words[entry])).append(':');
      json(out, table, words, entry + 1);
    }
    return out.append('}');
  }

  private static void separate(StringBuilder out, boolean notFirst) {
    if (notFirst) {
      out.append(',');
    }
  }

  private static StringBuilder quoted(StringBuilder out, String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    return out.append('"');
  }

  private static int after(int[] words, int valueAt) {
    return valueAt + 1 + Values.length(words[valueAt]);
  }

  private ValueText() {}
}
