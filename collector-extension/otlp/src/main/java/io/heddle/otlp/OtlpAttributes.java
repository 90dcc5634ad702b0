package io.heddle.otlp;

import static io.heddle.otlp.ProtobufCursor.FIXED64;
import static io.heddle.otlp.ProtobufCursor.LENGTH;
import static io.heddle.otlp.ProtobufCursor.VARINT;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/** Attributes in protobuf, and the messages that carry them. The input is loaded by the caller. */
final class OtlpAttributes {
  /** Lists and maps inside each other. */
  static final int DEPTH_LIMIT = 32;

  private static final int FIRST = 1 << 3 | LENGTH;
  private static final int SECOND = 2 << 3 | LENGTH;
  private static final int BOOLEAN = 2 << 3 | VARINT;
  private static final int INTEGER = 3 << 3 | VARINT;
  private static final int DOUBLE = 4 << 3 | FIXED64;
  private static final int LIST = 5 << 3 | LENGTH;
  private static final int MAP = 6 << 3 | LENGTH;
  private static final int BYTES = 7 << 3 | LENGTH;

  private final Spans spans;
  private final PlainAttributes plain;
  private final int emptyKey;
  private final int scopeName;
  private final int scopeVersion;

  OtlpAttributes(Spans spans, PlainAttributes plain) {
    this.spans = spans;
    this.plain = plain;
    emptyKey = spans.keys.intern("");
    scopeName = spans.keys.intern(Origin.SCOPE_NAME);
    scopeVersion = spans.keys.intern(Origin.SCOPE_VERSION);
  }

  int text(ProtobufCursor in, long end) throws IOException {
    return text(spans.texts, in, end);
  }

  void resource(ProtobufCursor in, long end, WordBuffer target) throws IOException {
    while (in.offset() < end) {
      int tag = (int) in.varint();
      if (tag == FIRST) {
        attribute(in, in.end(end), target);
      } else {
        in.skip(tag, end);
      }
    }
    in.expectEnd(end);
  }

  void scope(ProtobufCursor in, long end, WordBuffer target) throws IOException {
    while (in.offset() < end) {
      int tag = (int) in.varint();
      switch (tag) {
        case FIRST -> named(in, end, scopeName, target);
        case SECOND -> named(in, end, scopeVersion, target);
        case 3 << 3 | LENGTH -> attribute(in, in.end(end), target);
        default -> in.skip(tag, end);
      }
    }
    in.expectEnd(end);
  }

  void event(ProtobufCursor in, long end, WordBuffer target) throws IOException {
    int start = target.size();
    target.addLong(0);
    target.add(spans.texts.intern(""));
    target.add(0);
    while (in.offset() < end) {
      int tag = (int) in.varint();
      switch (tag) {
        case 1 << 3 | FIXED64 -> target.setLong(start, in.fixed64());
        case SECOND -> target.set(start + 2, text(in, end));
        case 3 << 3 | LENGTH -> attribute(in, in.end(end), target);
        default -> in.skip(tag, end);
      }
    }
    in.expectEnd(end);
    target.set(start + 3, target.size() - start - 4);
  }

  void link(ProtobufCursor in, long end, WordBuffer target) throws IOException {
    int start = target.size();
    for (int i = 0; i < 7; i++) {
      target.add(0);
    }
    while (in.offset() < end) {
      int tag = (int) in.varint();
      switch (tag) {
        case FIRST -> id(in, end, target, start, 16);
        case SECOND -> id(in, end, target, start + 4, 8);
        case 4 << 3 | LENGTH -> attribute(in, in.end(end), target);
        default -> in.skip(tag, end);
      }
    }
    in.expectEnd(end);
    target.set(start + 6, target.size() - start - 7);
  }

  /** Appends one attribute, or nothing when it is damaged. */
  void attribute(ProtobufCursor in, long end, WordBuffer target) throws IOException {
    int start = target.size();
    int from = in.position();
    int length = (int) (end - in.offset());
    if (plain.read(in.bytes(), from, from + length, target)) {
      in.skipBytes(length, end);
      return;
    }
    try {
      attribute(in, end, target, 0);
    } catch (IOException damaged) {
      target.truncate(start);
      throw damaged;
    }
  }

  private void attribute(ProtobufCursor in, long end, WordBuffer target, int depth)
      throws IOException {
    int start = target.size();
    target.add(emptyKey);
    Values.nothing(target);
    while (in.offset() < end) {
      int tag = (int) in.varint();
      switch (tag) {
        case FIRST -> target.set(start, text(spans.keys, in, end));
        case SECOND -> {
          target.truncate(start + 1);
          value(in, in.end(end), target, depth);
        }
        default -> in.skip(tag, end);
      }
    }
    in.expectEnd(end);
  }

  private void value(ProtobufCursor in, long end, WordBuffer target, int depth) throws IOException {
    int start = target.size();
    Values.nothing(target);
    while (in.offset() < end) {
      int tag = (int) in.varint();
      if (isValue(tag)) {
        target.truncate(start);
        value(in, tag, end, target, depth);
      } else {
        in.skip(tag, end);
      }
    }
    in.expectEnd(end);
  }

  private static boolean isValue(int tag) {
    return switch (tag) {
      case FIRST, LIST, MAP, BYTES, BOOLEAN, INTEGER, DOUBLE -> true;
      default -> false;
    };
  }

  private void value(ProtobufCursor in, int tag, long end, WordBuffer target, int depth)
      throws IOException {
    switch (tag) {
      case BOOLEAN -> Values.bool(target, in.varint() != 0);
      case INTEGER -> Values.integer(target, in.varint());
      case DOUBLE -> Values.number(target, Double.longBitsToDouble(in.fixed64()));
      case LIST -> list(in, in.end(end), target, depth + 1);
      case MAP -> map(in, in.end(end), target, depth + 1);
      case BYTES -> Values.text(target, Values.BYTES, base64(in, end));
      default -> Values.text(target, Values.TEXT, text(in, end));
    }
  }

  private void list(ProtobufCursor in, long end, WordBuffer target, int depth) throws IOException {
    checkDepth(in, depth);
    int mark = Values.open(target, Values.LIST);
    while (in.offset() < end) {
      int tag = (int) in.varint();
      if (tag == FIRST) {
        value(in, in.end(end), target, depth);
      } else {
        in.skip(tag, end);
      }
    }
    in.expectEnd(end);
    Values.close(target, mark, Values.LIST);
  }

  private void map(ProtobufCursor in, long end, WordBuffer target, int depth) throws IOException {
    checkDepth(in, depth);
    int mark = Values.open(target, Values.MAP);
    while (in.offset() < end) {
      int tag = (int) in.varint();
      if (tag == FIRST) {
        attribute(in, in.end(end), target, depth);
      } else {
        in.skip(tag, end);
      }
    }
    in.expectEnd(end);
    Values.close(target, mark, Values.MAP);
  }

  private void named(ProtobufCursor in, long end, int key, WordBuffer target) throws IOException {
    int text = text(in, end);
    target.add(key);
    Values.text(target, Values.TEXT, text);
  }

  private static void id(ProtobufCursor in, long end, WordBuffer target, int at, int size)
      throws IOException {
    int length = in.length(end);
    if (length != size) {
      throw TraceFormatException.at("id of " + length + " bytes in a link", in.offset());
    }
    for (int i = 0; i < size / 8; i++) {
      target.setLong(at + 2 * i, in.idPart());
    }
  }

  private static int text(Texts dictionary, ProtobufCursor in, long end) throws IOException {
    int length = in.length(end);
    in.require(length);
    int text = dictionary.intern(in.bytes(), in.position(), length);
    in.skipBytes(length, end);
    return text;
  }

  private int base64(ProtobufCursor in, long end) throws IOException {
    int length = in.length(end);
    in.require(length);
    int from = in.position();
    byte[] encoded =
        Base64.getEncoder().encode(Arrays.copyOfRange(in.bytes(), from, from + length));
    in.skipBytes(length, end);
    return spans.texts.intern(encoded, 0, encoded.length);
  }

  private static void checkDepth(ProtobufCursor in, int depth) throws IOException {
    if (depth > DEPTH_LIMIT) {
      throw TraceFormatException.at(
          "attribute value nested deeper than " + DEPTH_LIMIT, in.offset());
    }
  }
}
