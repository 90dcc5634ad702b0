package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans as {@code opentelemetry.proto.trace.v1.Span}, field after field as they are told.
 * Allocates nothing per span.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto</a>
 */
final class SpanEncoder implements SpanSink {
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int TRACE_STATE = 3;
  private static final int PARENT_SPAN_ID = 4;
  private static final int NAME = 5;
  private static final int KIND = 6;
  private static final int START = 7;
  private static final int END = 8;
  private static final int ATTRIBUTES = 9;
  private static final int EVENTS = 11;
  private static final int LINKS = 13;
  private static final int STATUS = 15;
  private static final int FLAGS = 16;

  private static final int EVENT_TIME = 1;
  private static final int EVENT_NAME = 2;
  private static final int EVENT_ATTRIBUTES = 3;
  private static final int LINK_ATTRIBUTES = 4;
  private static final int LINK_FLAGS = 6;
  private static final int STATUS_MESSAGE = 2;
  private static final int STATUS_CODE = 3;

  private static final int KIND_INTERNAL = 1;
  private static final int KIND_CLIENT = 3;
  private static final int CODE_ERROR = 2;

  /** Above the eight flags of W3C: it is known that the parent, or linked span, is not remote. */
  private static final int KNOWN_NOT_REMOTE = 0x100;

  private static final int KNOWN_REMOTE = 0x300;

  private static final TraceContext NONE = new TraceContext(0, 0, (byte) 0, "");

  private final Pile pile;
  private final ProtobufWriter shared = new ProtobufWriter(256);

  /** Kept, since making them for every span would be garbage. */
  private final Function<List<Attribute>, byte[]> encoder = this::ofSpan;

  private final Function<List<Attribute>, byte[]> linkEncoder = this::ofLink;

  private ProtobufWriter out;
  private TraceContext trace = NONE;
  private byte[] traceFields = {};
  private int mark;
  private long endNs;

  /** Where spans are heaped up. */
  interface Pile {
    /** Where the next span is to be written, without what an unfinished one has left. */
    ProtobufWriter next();

    /** The span is complete. */
    void add(@Nullable Runnable unsent);
  }

  SpanEncoder(Pile pile) {
    this.pile = pile;
    this.out = shared;
  }

  @Override
  public void begin(TraceContext inTrace, long spanId, long parentId) {
    begin(inTrace, spanId, parentId, KNOWN_NOT_REMOTE);
  }

  @Override
  public void beginBelowRemote(TraceContext inTrace, long spanId, long parentId) {
    begin(inTrace, spanId, parentId, KNOWN_REMOTE);
  }

  private void begin(TraceContext inTrace, long spanId, long parentId, int known) {
    turnTo(inTrace);
    out = pile.next();
    mark = out.begin(Envelope.ITEM);
    context(spanId);
    if (parentId != 0) {
      out.bytes(PARENT_SPAN_ID, parentId);
    }
    out.fixed32(FLAGS, known | flags());
  }

  /** What spans and links say of their trace is encoded once, while they are of the same one. */
  @SuppressWarnings("ReferenceEquality") // another object is another trace, or a detour
  private void turnTo(TraceContext next) {
    if (trace != next) {
      trace = next;
      shared.rewind(0);
      shared.bytes(TRACE_ID, next.high(), next.low());
      if (!next.state().isEmpty()) {
        shared.text(TRACE_STATE, next.state());
      }
      traceFields = shared.toByteArray();
    }
  }

  /** The same fields in a span and in a link. */
  private void context(long spanId) {
    append(traceFields);
    out.bytes(SPAN_ID, spanId);
  }

  private int flags() {
    return trace.flags() & 0xff;
  }

  @Override
  public void describe(CommonText name, Kind kind) {
    out.bytes(NAME, name.utf8());
    out.varint(KIND, kind == Kind.CLIENT ? KIND_CLIENT : KIND_INTERNAL);
  }

  @Override
  public void time(long startNs, long end) {
    endNs = end;
    out.fixed64(START, startNs);
    out.fixed64(END, end);
  }

  @Override
  public void attribute(String key, String value) {
    KeyValueWriter.write(out, ATTRIBUTES, key, value);
  }

  @Override
  public void attribute(CommonText key, CommonText value) {
    KeyValueWriter.write(out, ATTRIBUTES, key, value);
  }

  @Override
  public void attribute(CommonText key, long value) {
    KeyValueWriter.write(out, ATTRIBUTES, key, value);
  }

  @Override
  public void attribute(String key, boolean value) {
    KeyValueWriter.write(out, ATTRIBUTES, key, value);
  }

  @Override
  public void attribute(Attribute attribute) {
    KeyValueWriter.write(out, ATTRIBUTES, attribute);
  }

  @Override
  public void attributes(SharedAttributes known) {
    append(known.encoded(encoder));
  }

  private void append(byte[] encoded) {
    out.raw(encoded, 0, encoded.length);
  }

  private byte[] ofSpan(List<Attribute> attributes) {
    return encoded(attributes, ATTRIBUTES);
  }

  private byte[] ofLink(List<Attribute> attributes) {
    return encoded(attributes, LINK_ATTRIBUTES);
  }

  private byte[] encoded(List<Attribute> attributes, int field) {
    shared.rewind(0);
    attributes.forEach(attribute -> KeyValueWriter.write(shared, field, attribute));
    return shared.toByteArray();
  }

  @Override
  public void link(long spanId, SharedAttributes meaning) {
    int link = out.begin(LINKS);
    context(spanId);
    append(meaning.encoded(linkEncoder));
    out.fixed32(LINK_FLAGS, KNOWN_NOT_REMOTE | flags());
    out.end(link);
  }

  @Override
  public void failure(String exceptionType, String message) {
    int event = out.begin(EVENTS);
    out.fixed64(EVENT_TIME, endNs);
    out.text(EVENT_NAME, "exception");
    KeyValueWriter.write(out, EVENT_ATTRIBUTES, "exception.type", exceptionType);
    KeyValueWriter.write(out, EVENT_ATTRIBUTES, "exception.message", message);
    out.end(event);
    int status = out.begin(STATUS);
    out.text(STATUS_MESSAGE, message);
    out.varint(STATUS_CODE, CODE_ERROR);
    out.end(status);
  }

  @Override
  public void end(@Nullable Runnable unsent) {
    out.end(mark);
    pile.add(unsent);
  }
}
