package io.heddle.otlp;

import static io.heddle.otlp.ProtobufCursor.FIXED64;
import static io.heddle.otlp.ProtobufCursor.LENGTH;
import static io.heddle.otlp.ProtobufCursor.VARINT;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads OTLP trace requests in protobuf (opentelemetry-proto 1.x, trace/v1) into a {@link Spans}
 * table. Unknown fields are skipped; fields may come in any order. One instance serves one table
 * and one thread.
 */
public final class OtlpProtobuf {
  /** Longest span, resource or scope that is read from a stream: 64 MiB. */
  public static final int MESSAGE_LIMIT = 64 << 20;

  private static final int RESOURCE_SPANS = 1 << 3 | LENGTH;
  private static final int RESOURCE = 1 << 3 | LENGTH;
  private static final int SCOPE_SPANS = 2 << 3 | LENGTH;
  private static final int SCOPE = 1 << 3 | LENGTH;
  private static final int SPAN = 2 << 3 | LENGTH;

  private final Spans spans;
  private final SpanWriter span;
  private final Origin origin;
  private final OtlpAttributes attributes;
  private final PlainSpan plain;

  /** Creates a reader that appends to a table. */
  public OtlpProtobuf(Spans spans) {
    this.spans = spans;
    span = new SpanWriter(spans);
    origin = new Origin(spans);
    PlainAttributes plainAttributes = new PlainAttributes(spans);
    attributes = new OtlpAttributes(spans, plainAttributes);
    plain = new PlainSpan(span, plainAttributes);
  }

  /**
   * Decodes one ExportTraceServiceRequest.
   *
   * @throws TraceFormatException when it is damaged, naming the byte
   */
  public static Spans read(byte[] request) throws TraceFormatException {
    Spans spans = new Spans();
    new OtlpProtobuf(spans).request(request);
    return spans;
  }

  /**
   * Decodes one ExportTraceServiceRequest from a stream, which is read to its end.
   *
   * @throws TraceFormatException when it is damaged, naming the byte
   * @throws IOException when the stream cannot be read
   */
  public static Spans read(InputStream request) throws IOException {
    Spans spans = new Spans();
    ProtobufCursor cursor = ProtobufCursor.over(request, MESSAGE_LIMIT);
    new OtlpProtobuf(spans).request(cursor, Long.MAX_VALUE);
    return spans;
  }

  /**
   * Appends the spans of one request; none of them when it is damaged.
   *
   * @throws TraceFormatException when it is damaged, naming the byte
   */
  public void request(byte[] request) throws TraceFormatException {
    int mark = spans.size();
    try {
      request(ProtobufCursor.over(request), request.length);
    } catch (TraceFormatException damaged) {
      spans.truncate(mark);
      throw damaged;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Appends the spans of a request that ends at {@code end} or with the input. */
  void request(ProtobufCursor in, long end) throws IOException {
    while (in.offset() < end && !in.atEnd()) {
      resourceSpansField(in, end);
    }
  }

  /** Reads one field of a request. */
  void resourceSpansField(ProtobufCursor in, long end) throws IOException {
    int tag = (int) in.varint();
    if (tag == RESOURCE_SPANS) {
      resourceSpans(in, in.end(end));
    } else {
      in.skip(tag, end);
    }
  }

  private void resourceSpans(ProtobufCursor in, long end) throws IOException {
    origin.startResource();
    try {
      while (in.offset() < end) {
        int tag = (int) in.varint();
        switch (tag) {
          case RESOURCE -> attributes.resource(in, load(in, end), origin.resource);
          case SCOPE_SPANS -> scopeSpans(in, in.end(end));
          default -> in.skip(tag, end);
        }
      }
    } finally {
      origin.endResource();
    }
    in.expectEnd(end);
  }

  private void scopeSpans(ProtobufCursor in, long end) throws IOException {
    origin.startScope();
    try {
      while (in.offset() < end) {
        int tag = (int) in.varint();
        switch (tag) {
          case SCOPE -> attributes.scope(in, load(in, end), origin.scope);
          case SPAN -> span(in, load(in, end));
          default -> in.skip(tag, end);
        }
      }
    } finally {
      origin.endScope();
    }
    in.expectEnd(end);
  }

  private static long load(ProtobufCursor in, long end) throws IOException {
    int length = in.length(end);
    in.require(length);
    return in.offset() + length;
  }

  private void span(ProtobufCursor in, long end) throws IOException {
    span.clear();
    plain.start();
    while (in.offset() < end) {
      int position = in.position();
      int next = plain.read(in.bytes(), position, position + (int) (end - in.offset()));
      if (next == position) {
        spanField(in, end);
      } else {
        in.moveTo(next);
      }
    }
    in.expectEnd(end);
    span.append();
  }

  private void spanField(ProtobufCursor in, long end) throws IOException {
    int tag = (int) in.varint();
    switch (tag) {
      case 1 << 3 | LENGTH -> traceId(in, end);
      case 2 << 3 | LENGTH -> span.spanId = spanId(in, end);
      case 3 << 3 | LENGTH -> traceState(in, end);
      case 4 << 3 | LENGTH -> span.parentId = spanId(in, end);
      case 5 << 3 | LENGTH -> span.name = attributes.text(in, end);
      case 6 << 3 | VARINT -> span.kind = Codes.kind(in.varint());
      case 7 << 3 | FIXED64 -> span.startNs = in.fixed64();
      case 8 << 3 | FIXED64 -> span.endNs = in.fixed64();
      case 9 << 3 | LENGTH -> attribute(in, end);
      case 11 << 3 | LENGTH -> attributes.event(in, in.end(end), span.events);
      case 13 << 3 | LENGTH -> attributes.link(in, in.end(end), span.links);
      case 15 << 3 | LENGTH -> status(in, in.end(end));
      default -> in.skip(tag, end);
    }
  }

  private void attribute(ProtobufCursor in, long end) throws IOException {
    int from = in.position();
    int first = span.attributes.size();
    attributes.attribute(in, in.end(end), span.attributes);
    plain.attributeRead(in.bytes(), from, in.position(), first);
  }

  private void traceId(ProtobufCursor in, long end) throws IOException {
    int length = in.length(end);
    if (length == 16) {
      span.traceHigh = in.idPart();
      span.traceLow = in.idPart();
    } else {
      throw TraceFormatException.at("trace id of " + length + " bytes", in.offset());
    }
  }

  private void traceState(ProtobufCursor in, long end) throws IOException {
    int length = in.length(end);
    in.require(length);
    span.sampled = Sampling.isSampled(in.bytes(), in.position(), in.position() + length);
    in.skipBytes(length, end);
  }

  private static long spanId(ProtobufCursor in, long end) throws IOException {
    int length = in.length(end);
    if (length == 8) {
      return in.idPart();
    }
    if (length == 0) {
      return 0;
    }
    throw TraceFormatException.at("span id of " + length + " bytes", in.offset());
  }

  private void status(ProtobufCursor in, long end) throws IOException {
    while (in.offset() < end) {
      int tag = (int) in.varint();
      if (tag == (3 << 3 | VARINT)) {
        span.status = Codes.status(in.varint());
      } else {
        in.skip(tag, end);
      }
    }
    in.expectEnd(end);
  }
}
