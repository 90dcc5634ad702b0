package io.heddle.otlp;

/** Whether a piece of JSON closes every bracket it opens. */
final class JsonBalance {
  static boolean isBalanced(byte[] bytes, int from, int to) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      byte next = bytes[i];
      if (quoted) {
        i += next == '\\' ? 1 : 0;
        quoted = next != '"';
      } else if (next == '"') {
        quoted = true;
      } else if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
    }
    return depth == 0 && !quoted;
  }

  private JsonBalance() {}
}
