package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.jvm.CompiledApart;
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
  private static final int NAME = 5;
  private static final int KIND = 6;
  private static final int ATTRIBUTES = 9;
  private static final int EVENTS = 11;
  private static final int STATUS = 15;

  private static final int EVENT_TIME = 1;
  private static final int EVENT_NAME = 2;
  private static final int EVENT_ATTRIBUTES = 3;
  private static final int STATUS_MESSAGE = 2;
  private static final int STATUS_CODE = 3;

  private static final int KIND_INTERNAL = 1;
  private static final int KIND_CLIENT = 3;
  private static final int CODE_ERROR = 2;

  private final Pile pile;
  private final TraceFields fields = new TraceFields();
  private final ProtobufWriter shared = new ProtobufWriter(256);

  /** Kept, since making it for every span would be garbage. */
  private final Function<List<Attribute>, byte[]> encoder = this::encoded;

  private ProtobufWriter out;
  private int mark;
  private int begin;
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
  public void begin(TraceContext trace, long spanId, long parentId) {
    begin(trace);
    begin = fields.begin(out, spanId, parentId);
  }

  @Override
  public void beginBelowRemote(TraceContext trace, long spanId, long parentId) {
    begin(trace);
    begin = fields.beginBelowRemote(out, spanId, parentId);
  }

  private void begin(TraceContext trace) {
    fields.turnTo(trace);
    out = pile.next();
    mark = out.begin(Envelope.ITEM);
  }

  @Override
  public void describe(CommonText name, Kind kind) {
    out.bytes(NAME, name.utf8());
    out.varint(KIND, kind == Kind.CLIENT ? KIND_CLIENT : KIND_INTERNAL);
  }

  @Override
  public void time(long startNs, long end) {
    endNs = end;
    fields.time(out, begin, startNs, end);
  }

  @Override
  public void attribute(String key, String value) {
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
  @CompiledApart
  public void attributes(SharedAttributes known) {
    byte[] bytes = known.encoded(encoder);
    out.raw(bytes, 0, bytes.length);
  }

  private byte[] encoded(List<Attribute> attributes) {
    return KeyValueWriter.encoded(shared, ATTRIBUTES, attributes);
  }

  @Override
  public void link(long spanId, SharedAttributes meaning) {
    fields.link(out, spanId, meaning);
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
