package io.heddle.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Collections;
import java.util.SortedMap;

/** Writes OTLP in protobuf, each request behind its length. */
final class OtlpProtobufOutput implements SpanOutput {
  private final OutputStream out;

  OtlpProtobufOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Spans spans) throws IOException {
    ProtobufBuffer request = new ProtobufBuffer();
    new Stretches(spans).each((from, to) -> request.message(1, stretch(spans, from, to)));
    byte[] bytes = request.bytes();
    ProtobufBuffer length = new ProtobufBuffer();
    length.plain(bytes.length);
    out.write(length.bytes());
    out.write(bytes);
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public SortedMap<String, Long> losses() {
    return Collections.emptySortedMap();
  }

  private static ProtobufBuffer stretch(Spans spans, int from, int to) {
    ProtobufBuffer resource = new ProtobufBuffer();
    ProtobufBuffer scope = new ProtobufBuffer();
    AttributeCursor attribute = spans.attributes().resource(spans.resource(from));
    while (attribute.next()) {
      if (Stretches.isOfScope(attribute)) {
        scope.text(Stretches.isName(attribute) ? 1 : 2, attribute.text());
      } else {
        resource.message(1, attribute(attribute.key(), attribute.value()));
      }
    }
    ProtobufBuffer scopeSpans = new ProtobufBuffer().message(1, scope);
    for (int span = from; span < to; span++) {
      scopeSpans.message(2, span(spans, span));
    }
    return new ProtobufBuffer().message(1, resource).message(2, scopeSpans);
  }

  private static ProtobufBuffer span(Spans spans, int span) {
    ProtobufBuffer message =
        new ProtobufBuffer()
            .id(1, spans.traceIdHigh(span), spans.traceIdLow(span))
            .id(2, spans.spanId(span));
    if (spans.parentSpanId(span) != 0) {
      message.id(4, spans.parentSpanId(span));
    }
    message.text(5, spans.name(span)).varint(6, spans.kind(span));
    message.fixed64(7, spans.startNs(span)).fixed64(8, spans.endNs(span));
    attributes(9, spans.attributes().record(spans.record(span)), message);
    EventCursor event = spans.events().span(span);
    while (event.next()) {
      message.message(11, event(event));
    }
    LinkCursor link = spans.links().span(span);
    while (link.next()) {
      message.message(13, link(link));
    }
    return message.message(15, new ProtobufBuffer().varint(3, spans.status(span)));
  }

  private static ProtobufBuffer event(EventCursor event) {
    ProtobufBuffer message = new ProtobufBuffer().fixed64(1, event.timeNs()).text(2, event.name());
    attributes(3, event.attributes(), message);
    return message;
  }

  private static ProtobufBuffer link(LinkCursor link) {
    ProtobufBuffer message =
        new ProtobufBuffer().id(1, link.traceIdHigh(), link.traceIdLow()).id(2, link.spanId());
    attributes(4, link.attributes(), message);
    return message;
  }

  private static void attributes(int field, AttributeCursor attribute, ProtobufBuffer target) {
    while (attribute.next()) {
      target.message(field, attribute(attribute.key(), attribute.value()));
    }
  }

  private static ProtobufBuffer attribute(String key, StoredValue value) {
    return new ProtobufBuffer().text(1, key).message(2, value(value));
  }

  private static ProtobufBuffer value(StoredValue value) {
    ProtobufBuffer message = new ProtobufBuffer();
    return switch (value.type()) {
      case Values.TEXT -> message.text(1, value.text());
      case Values.BOOLEAN -> message.always(2, value.bool() ? 1 : 0);
      case Values.LONG -> message.always(3, value.integer());
      case Values.DOUBLE -> message.fixed64(4, Double.doubleToRawLongBits(value.number()));
      case Values.LIST -> message.message(5, list(value));
      case Values.MAP -> message.message(6, map(value));
      case Values.BYTES -> message.bytes(7, Base64.getDecoder().decode(value.text()));
      default -> message;
    };
  }

  private static ProtobufBuffer list(StoredValue list) {
    ProtobufBuffer message = new ProtobufBuffer();
    list.elements().forEach(element -> message.message(1, value(element)));
    return message;
  }

  private static ProtobufBuffer map(StoredValue map) {
    ProtobufBuffer message = new ProtobufBuffer();
    map.entries().forEach(entry -> message.message(1, attribute(entry.key(), entry.value())));
    return message;
  }
}
