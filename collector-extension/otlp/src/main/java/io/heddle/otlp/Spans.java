package io.heddle.otlp;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Table of spans in columns: 61 bytes a span, plus its attributes with keys and repeated values
 * stored once. Grows by appending; safe for readers only after the writer has finished.
 */
public final class Spans {
  /** Status codes of OpenTelemetry. */
  public static final int STATUS_UNSET = 0;

  public static final int STATUS_OK = 1;
  public static final int STATUS_ERROR = 2;

  private static final int STATUS_SHIFT = 3;
  private static final int KIND_MASK = 7;

  final Texts keys = new Texts();
  final Texts texts = new Texts();
  final Words words = new Words();

  private long[] traceHighs = new long[16];
  private long[] traceLows = new long[16];
  private long[] ids = new long[16];
  private long[] parents = new long[16];
  private long[] starts = new long[16];
  private long[] ends = new long[16];
  private int[] names = new int[16];
  private int[] resources = new int[16];
  private int[] records = new int[16];
  private byte[] kindsAndStatuses = new byte[16];
  private int size;

  private final Map<IntBuffer, Integer> resourceNumbers = new HashMap<>();
  private int[] resourceRecords = new int[4];
  private @Nullable String[] services = new String[4];
  private final int serviceName = keys.intern("service.name");

  /** Creates an empty table. */
  public Spans() {
    copyRecord(words.reserve(1), new WordBuffer());
    internResource(new WordBuffer());
  }

  public int size() {
    return size;
  }

  public long traceIdHigh(int span) {
    return traceHighs[span];
  }

  public long traceIdLow(int span) {
    return traceLows[span];
  }

  /** The trace id as 32 lower-case hex digits. */
  public String traceId(int span) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(traceHighs[span]) + hex.toHexDigits(traceLows[span]);
  }

  public long spanId(int span) {
    return ids[span];
  }

  /** The id of the span's parent, 0 for none. */
  public long parentSpanId(int span) {
    return parents[span];
  }

  /** Nanoseconds since the epoch. */
  public long startNs(int span) {
    return starts[span];
  }

  /** Nanoseconds since the epoch, as written: it may lie before the start. */
  public long endNs(int span) {
    return ends[span];
  }

  public String name(int span) {
    return texts.get(names[span]);
  }

  /** A number that equal names share, when they are not longer than 256 bytes. */
  public int nameNumber(int span) {
    return names[span];
  }

  /** The kind as OTLP numbers it: 0 unspecified, 1 internal ... 5 consumer. */
  public int kind(int span) {
    return kindsAndStatuses[span] & KIND_MASK;
  }

  public int status(int span) {
    return kindsAndStatuses[span] >>> STATUS_SHIFT;
  }

  /** Number of the span's resource and scope; equal ones share it. */
  public int resource(int span) {
    return resources[span];
  }

  public int resources() {
    return resourceNumbers.size();
  }

  /** {@code service.name}, null when the resource has none. */
  public @Nullable String service(int span) {
    return services[resources[span]];
  }

  /** A cursor over attributes of this table, for one thread. */
  public AttributeCursor attributes() {
    return new AttributeCursor(this);
  }

  /** A cursor over span links of this table, for one thread. */
  public LinkCursor links() {
    return new LinkCursor(this);
  }

  /** A cursor over span events of this table, for one thread. */
  public EventCursor events() {
    return new EventCursor(this);
  }

  /** Number of an attribute key, -1 when no span or resource of this table carries it. */
  public int keyNumber(String key) {
    return keys.find(key);
  }

  /** How many distinct attribute keys there are; their numbers are smaller. */
  public int keyCount() {
    return keys.size();
  }

  public String key(int keyNumber) {
    return keys.get(keyNumber);
  }

  int record(int span) {
    return records[span];
  }

  int resourceRecord(int resource) {
    return resourceRecords[resource];
  }

  int append(SpanWriter span) {
    if (size == ids.length) {
      grow(size + (size >> 1) + 16);
    }
    traceHighs[size] = span.traceHigh;
    traceLows[size] = span.traceLow;
    ids[size] = span.spanId;
    parents[size] = span.parentId;
    starts[size] = span.startNs;
    ends[size] = span.endNs;
    names[size] = span.name;
    resources[size] = 0;
    records[size] = span.storeRecord();
    kindsAndStatuses[size] = (byte) (span.status << STATUS_SHIFT | span.kind);
    return size++;
  }

  /** Forgets the spans from {@code newSize} on. */
  void truncate(int newSize) {
    size = newSize;
  }

  void setResource(int from, int to, int resource) {
    Arrays.fill(resources, from, to, resource);
  }

  void setIds(int span, long id, long parent) {
    ids[span] = id;
    parents[span] = parent;
  }

  int internResource(WordBuffer attributes) {
    IntBuffer content = attributes.content();
    Integer known = resourceNumbers.get(content);
    if (known != null) {
      return known;
    }
    int resource = resourceNumbers.size();
    if (resource == resourceRecords.length) {
      resourceRecords = Arrays.copyOf(resourceRecords, resource * 2);
      services = Arrays.copyOf(services, resource * 2);
    }
    int place = words.reserve(attributes.size() + 1);
    copyRecord(place, attributes);
    resourceRecords[resource] = place;
    resourceNumbers.put(content, resource);
    services[resource] = attributes().resource(resource).find(serviceName);
    return resource;
  }

  private void copyRecord(int place, WordBuffer attributes) {
    int[] chunk = words.chunk(place);
    chunk[words.offset(place)] = attributes.size();
    attributes.copyTo(chunk, words.offset(place) + 1);
  }

  private void grow(int capacity) {
    traceHighs = Arrays.copyOf(traceHighs, capacity);
    traceLows = Arrays.copyOf(traceLows, capacity);
    ids = Arrays.copyOf(ids, capacity);
    parents = Arrays.copyOf(parents, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    names = Arrays.copyOf(names, capacity);
    resources = Arrays.copyOf(resources, capacity);
    records = Arrays.copyOf(records, capacity);
    kindsAndStatuses = Arrays.copyOf(kindsAndStatuses, capacity);
  }
}
