package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.EnumSet;

/** The names of fields that OTLP/JSON has. */
enum Name {
  RESOURCE_SPANS("resourceSpans"),
  RESOURCE("resource"),
  SCOPE_SPANS("scopeSpans"),
  SCOPE("scope"),
  SPANS("spans"),
  VERSION("version"),
  TRACE_ID("traceId"),
  SPAN_ID("spanId"),
  TRACE_STATE("traceState"),
  PARENT_SPAN_ID("parentSpanId"),
  NAME("name"),
  KIND("kind"),
  START("startTimeUnixNano"),
  END("endTimeUnixNano"),
  ATTRIBUTES("attributes"),
  EVENTS("events"),
  LINKS("links"),
  STATUS("status"),
  CODE("code"),
  TIME("timeUnixNano"),
  KEY("key"),
  VALUE("value"),
  STRING_VALUE("stringValue"),
  INT_VALUE("intValue"),
  BOOL_VALUE("boolValue"),
  DOUBLE_VALUE("doubleValue"),
  ARRAY_VALUE("arrayValue"),
  VALUES("values"),
  OTHER("");

  private static final int BUCKETS = 64;
  private static final Entry[] BY_HASH = byHash();

  private final String text;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(Name name, byte[] text) {}

  Name(String text) {
    this.text = text;
  }

  /** The name that the cursor's text is. */
  static Name of(PlainJson in) {
    if (in.textLength() == 0) {
      return OTHER;
    }
    Entry entry = BY_HASH[hash(in.text(), in.textFrom(), in.textLength())];
    return in.isText(entry.text) ? entry.name : OTHER;
  }

  private static Entry[] byHash() {
    Entry[] entries = new Entry[BUCKETS];
    Arrays.fill(entries, new Entry(OTHER, new byte[0]));
    for (Name name : EnumSet.complementOf(EnumSet.of(OTHER))) {
      byte[] text = name.text.getBytes(UTF_8);
      int bucket = hash(text, 0, text.length);
      if (entries[bucket].name != OTHER) {
        throw new IllegalStateException(name + " stands where " + entries[bucket].name + " does");
      }
      entries[bucket] = new Entry(name, text);
    }
    return entries;
  }

  /** Of the length, the first byte and the last: different for each of the names. */
  private static int hash(byte[] bytes, int from, int length) {
    return (2 * length + 28 * bytes[from] + bytes[from + length - 1]) & (BUCKETS - 1);
  }
}
