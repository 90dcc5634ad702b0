package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;

/** Format of an input, told from its first bytes. */
enum Format {
  EMPTY,
  JSON_DOCUMENT,
  JSON_LINES,
  PROTOBUF,
  UTF_16,
  UNKNOWN;

  /** How far the format is looked for. */
  static final int WINDOW = 1 << 18;

  /** How far the end of the first line is looked for. */
  private static final int LONG_WINDOW = 1 << 24;

  /** Tells the format and leaves the input at its start. */
  static Format of(BufferedInputStream in) throws IOException {
    byte[] head = peek(in, WINDOW);
    return of(indexOf(head, 0, '\n') < head.length ? head : peek(in, LONG_WINDOW));
  }

  private static byte[] peek(BufferedInputStream in, int length) throws IOException {
    in.mark(length);
    byte[] head = in.readNBytes(length);
    in.reset();
    return head;
  }

  private static Format of(byte[] head) {
    if (isUtf16(head)) {
      return UTF_16;
    }
    int start = firstInk(head);
    if (start == head.length) {
      return EMPTY;
    }
    if ((head[start] == '{' || head[start] == '[') && !isProtobuf(head, start)) {
      return isLines(head, start) ? JSON_LINES : JSON_DOCUMENT;
    }
    return isText(head) ? textFormat(head) : PROTOBUF;
  }

  /** A byte order mark, then a bracket of two bytes. */
  private static boolean isUtf16(byte[] head) {
    if (head.length < 4 || (head[0] & head[1] & 0xFE) != 0xFE || head[0] == head[1]) {
      return false;
    }
    int first = head[0] == (byte) 0xFE ? (head[2] << 8) | head[3] : (head[3] << 8) | head[2];
    return first == '{' || first == '[';
  }

  /**
   * Whether what looks like an opening bracket is a length: the tag of a request is a line feed,
   * and a message of 123 bytes starts like an object.
   */
  private static boolean isProtobuf(byte[] head, int start) {
    boolean tagBefore = start > 0;
    boolean tagBehind = head.length > 2 && head[1] == '\n' && "\"{}[]".indexOf(head[2]) < 0;
    return (tagBefore || tagBehind) && !isText(head);
  }

  private static Format textFormat(byte[] head) {
    return new String(head, UTF_8).contains("\n{") ? JSON_LINES : UNKNOWN;
  }

  /** A document a line: the first one is complete, or the second starts a document of its own. */
  private static boolean isLines(byte[] head, int start) {
    int lineEnd = indexOf(head, start, '\n');
    int next = lineEnd;
    while (next < head.length && head[next] <= ' ' && head[next] >= 0) {
      next++;
    }
    return next < head.length
        && (JsonBalance.isBalanced(head, start, lineEnd)
            || (head[start] == '{' && isRequest(head, next)));
  }

  private static boolean isRequest(byte[] head, int start) {
    String text = new String(head, start, Math.min(40, head.length - start), UTF_8);
    return text.replaceAll("\\s", "").startsWith("{\"resourceSpans\"");
  }

  private static int firstInk(byte[] head) {
    int at = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB ? 3 : 0;
    while (at < head.length
        && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static int indexOf(byte[] head, int from, char wanted) {
    int at = from;
    while (at < head.length && head[at] != wanted) {
      at++;
    }
    return at;
  }

  private static boolean isText(byte[] head) {
    for (byte each : head) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }
}
