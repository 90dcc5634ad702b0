package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.List;

/** Writes attributes, as all signals of OTLP have them. Allocates nothing. */
public final class KeyValueWriter {
  private static final int KEY = 1;
  private static final int VALUE = 2;

  private static final int STRING = 1;
  private static final int BOOL = 2;
  private static final int INT = 3;
  private static final int DOUBLE = 4;
  private static final int ARRAY = 5;
  private static final int ELEMENT = 1;

  private KeyValueWriter() {}

  /** Writes a text attribute into that field of the message at hand. */
  public static void write(ProtobufWriter out, int field, String key, String value) {
    int pair = begin(out, field, key);
    int any = out.begin(VALUE);
    out.text(STRING, value);
    out.end(any);
    out.end(pair);
  }

  /** Writes a whole number. */
  public static void write(ProtobufWriter out, int field, String key, long value) {
    int pair = begin(out, field, key);
    int any = out.begin(VALUE);
    out.varint(INT, value);
    out.end(any);
    out.end(pair);
  }

  /** Writes a whole number. */
  static void write(ProtobufWriter out, int field, CommonText key, long value) {
    int pair = out.begin(field);
    out.bytes(KEY, key.utf8());
    int any = out.begin(VALUE);
    out.varint(INT, value);
    out.end(any);
    out.end(pair);
  }

  /** Writes a truth value. */
  public static void write(ProtobufWriter out, int field, String key, boolean value) {
    int pair = begin(out, field, key);
    int any = out.begin(VALUE);
    out.bool(BOOL, value);
    out.end(any);
    out.end(pair);
  }

  /** Writes an attribute of any type. */
  public static void write(ProtobufWriter out, int field, Attribute attribute) {
    int pair = begin(out, field, attribute.key());
    int any = out.begin(VALUE);
    value(out, attribute.value());
    out.end(any);
    out.end(pair);
  }

  /**
   * Attributes by themselves.
   *
   * @param scratch overwritten
   */
  static byte[] encoded(ProtobufWriter scratch, int field, List<Attribute> attributes) {
    scratch.rewind(0);
    attributes.forEach(attribute -> write(scratch, field, attribute));
    return scratch.toByteArray();
  }

  private static int begin(ProtobufWriter out, int field, String key) {
    int pair = out.begin(field);
    out.text(KEY, key);
    return pair;
  }

  private static void value(ProtobufWriter out, Object value) {
    if (value instanceof Long number) {
      out.varint(INT, number);
    } else if (value instanceof Double number) {
      out.float64(DOUBLE, number);
    } else if (value instanceof Boolean truth) {
      out.bool(BOOL, truth);
    } else if (value instanceof List<?> values) {
      array(out, values);
    } else {
      out.text(STRING, value.toString());
    }
  }

  private static void array(ProtobufWriter out, List<?> values) {
    int array = out.begin(ARRAY);
    for (Object value : values) {
      int any = out.begin(ELEMENT);
      out.text(STRING, String.valueOf(value));
      out.end(any);
    }
    out.end(array);
  }
}
