package io.heddle.otlp;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
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
  private static final int STATUS_MASK = 3;
  private static final int KIND_MASK = 7;
  private static final int SAMPLED = 1 << 5;

  final AttributeTable table = new AttributeTable();
  final Texts keys = table.keys;
  final Texts texts = table.texts;
  final Words words = table.words;

  private static final int BLOCK_BITS = 13;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int IN_BLOCK = BLOCK - 1;
  private SpanColumns[] blocks = {new SpanColumns(16)};
  private int blockCount = 1;
  private int size;

  private final Map<IntBuffer, Integer> resourceNumbers = new HashMap<>();
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
    return block(span).traceHighs[span & IN_BLOCK];
  }

  public long traceIdLow(int span) {
    return block(span).traceLows[span & IN_BLOCK];
  }

  /** The trace id as 32 lower-case hex digits. */
  public String traceId(int span) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(block(span).traceHighs[span & IN_BLOCK])
        + hex.toHexDigits(block(span).traceLows[span & IN_BLOCK]);
  }

  public long spanId(int span) {
    return block(span).ids[span & IN_BLOCK];
  }

  /** The id of the span's parent, 0 for none. */
  public long parentSpanId(int span) {
    return block(span).parents[span & IN_BLOCK];
  }

  /** Nanoseconds since the epoch. */
  public long startNs(int span) {
    return block(span).starts[span & IN_BLOCK];
  }

  /** Nanoseconds since the epoch, as written: it may lie before the start. */
  public long endNs(int span) {
    return block(span).ends[span & IN_BLOCK];
  }

  public String name(int span) {
    return texts.get(block(span).names[span & IN_BLOCK]);
  }

  /** A number that equal names share, when they are not longer than 256 bytes. */
  public int nameNumber(int span) {
    return block(span).names[span & IN_BLOCK];
  }

  /** The kind as OTLP numbers it: 0 unspecified, 1 internal ... 5 consumer. */
  public int kind(int span) {
    return block(span).kindsAndStatuses[span & IN_BLOCK] & KIND_MASK;
  }

  public int status(int span) {
    return block(span).kindsAndStatuses[span & IN_BLOCK] >>> STATUS_SHIFT & STATUS_MASK;
  }

  /** Whether the span's trace state says that traces like its own were left out by sampling. */
  public boolean isSampled(int span) {
    return (block(span).kindsAndStatuses[span & IN_BLOCK] & SAMPLED) != 0;
  }

  /** Number of the span's resource and scope; equal ones share it. */
  public int resource(int span) {
    return block(span).resources[span & IN_BLOCK];
  }

  public int resources() {
    return resourceNumbers.size();
  }

  /** {@code service.name}, null when the resource has none. */
  public @Nullable String service(int span) {
    return services[block(span).resources[span & IN_BLOCK]];
  }

  /** A cursor over attributes of this table, for one thread. */
  public AttributeCursor attributes() {
    return new AttributeCursor(table);
  }

  /** The attributes alone: who keeps them does not keep the spans. */
  public AttributeTable attributeTable() {
    return table;
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

  /** Place of the span's attributes, for a cursor; spans without any share one. */
  public int record(int span) {
    return block(span).records[span & IN_BLOCK];
  }

  int resourceRecord(int resource) {
    return table.resourceRecord(resource);
  }

  int append(SpanWriter span) {
    int at = size & IN_BLOCK;
    SpanColumns block = blockFor(size);
    block.traceHighs[at] = span.traceHigh;
    block.traceLows[at] = span.traceLow;
    block.ids[at] = span.spanId;
    block.parents[at] = span.parentId;
    block.starts[at] = span.startNs;
    block.ends[at] = span.endNs;
    block.names[at] = span.name;
    block.resources[at] = 0;
    block.records[at] = span.storeRecord();
    block.kindsAndStatuses[at] =
        (byte) ((span.sampled ? SAMPLED : 0) | span.status << STATUS_SHIFT | span.kind);
    return size++;
  }

  /** Forgets the spans from {@code newSize} on. */
  void truncate(int newSize) {
    size = newSize;
  }

  /** Keeps only some spans, in their order; what the others carried stays until the table goes. */
  public void retain(BitSet kept) {
    int next = 0;
    for (int span = kept.nextSetBit(0); span >= 0; span = kept.nextSetBit(span + 1)) {
      block(next).copy(next & IN_BLOCK, block(span), span & IN_BLOCK);
      next++;
    }
    size = next;
  }

  void setResource(int from, int to, int resource) {
    for (int span = from; span < to; span++) {
      block(span).resources[span & IN_BLOCK] = resource;
    }
  }

  void setIds(int span, long id, long parent) {
    block(span).ids[span & IN_BLOCK] = id;
    block(span).parents[span & IN_BLOCK] = parent;
  }

  int internResource(WordBuffer attributes) {
    IntBuffer content = attributes.content();
    Integer known = resourceNumbers.get(content);
    if (known != null) {
      return known;
    }
    int resource = resourceNumbers.size();
    if (resource == services.length) {
      services = Arrays.copyOf(services, resource * 2);
    }
    int place = words.reserve(attributes.size() + 1);
    copyRecord(place, attributes);
    table.setResourceRecord(resource, place);
    resourceNumbers.put(content, resource);
    services[resource] = attributes().resource(resource).find(serviceName);
    return resource;
  }

  private void copyRecord(int place, WordBuffer attributes) {
    int[] chunk = words.chunk(place);
    chunk[words.offset(place)] = attributes.size();
    attributes.copyTo(chunk, words.offset(place) + 1);
  }

  private SpanColumns block(int span) {
    return blocks[span >>> BLOCK_BITS];
  }

  /** The block of a new span; only the first one grows, the others are made whole. */
  private SpanColumns blockFor(int span) {
    int number = span >>> BLOCK_BITS;
    if (number == blockCount) {
      if (number == blocks.length) {
        blocks = Arrays.copyOf(blocks, number * 2);
      }
      blocks[blockCount++] = new SpanColumns(BLOCK);
    } else if (blocks[number].capacity() == (span & IN_BLOCK)) {
      blocks[number].grow(Math.min(BLOCK, 2 * blocks[number].capacity()));
    }
    return blocks[number];
  }
}
