package io.heddle.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Random;

/** Requests that use every field of the protocol, from a seed. */
final class RandomRequests {
  private static final String[] TEXTS = {
    "", "a", "service.name", "grüße", "\"\\\n", "日本語", "x".repeat(300)
  };

  private final Random random;

  RandomRequests(long seed) {
    random = new Random(seed);
  }

  ExportTraceServiceRequest request() {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      request.addResourceSpans(resourceSpans());
    }
    return request.build();
  }

  private ResourceSpans resourceSpans() {
    ResourceSpans.Builder part = ResourceSpans.newBuilder().setSchemaUrl(text());
    if (random.nextBoolean()) {
      Resource.Builder resource = Resource.newBuilder().setDroppedAttributesCount(3);
      attributes().forEach(resource::addAttributes);
      part.setResource(resource);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      part.addScopeSpans(scopeSpans());
    }
    return part.build();
  }

  private ScopeSpans scopeSpans() {
    ScopeSpans.Builder part = ScopeSpans.newBuilder().setSchemaUrl(text());
    if (random.nextBoolean()) {
      InstrumentationScope.Builder scope = InstrumentationScope.newBuilder();
      scope.setName(text()).setVersion(text());
      attributes().forEach(scope::addAttributes);
      part.setScope(scope);
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      part.addSpans(span());
    }
    return part.build();
  }

  private Span span() {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(bytes(16))
            .setSpanId(bytes(8))
            .setTraceState(text())
            .setFlags(random.nextInt())
            .setName(text())
            .setKindValue(random.nextInt(8))
            .setStartTimeUnixNano(random.nextLong())
            .setEndTimeUnixNano(random.nextLong())
            .setDroppedAttributesCount(random.nextInt(9))
            .setDroppedEventsCount(random.nextInt(9))
            .setDroppedLinksCount(random.nextInt(9));
    if (random.nextBoolean()) {
      span.setParentSpanId(bytes(8));
    }
    if (random.nextBoolean()) {
      span.setStatus(Status.newBuilder().setMessage(text()).setCodeValue(random.nextInt(4)));
    }
    attributes().forEach(span::addAttributes);
    for (int i = random.nextInt(3); i > 0; i--) {
      span.addEvents(event());
      span.addLinks(link());
    }
    return span.setUnknownFields(unknownFields()).build();
  }

  private Span.Event event() {
    Span.Event.Builder event = Span.Event.newBuilder().setTimeUnixNano(random.nextLong());
    attributes().forEach(event::addAttributes);
    return event.setName(text()).setDroppedAttributesCount(1).build();
  }

  private Span.Link link() {
    Span.Link.Builder link = Span.Link.newBuilder().setTraceId(bytes(16)).setSpanId(bytes(8));
    attributes().forEach(link::addAttributes);
    return link.setTraceState(text()).setFlags(1).setUnknownFields(unknownFields()).build();
  }

  private Iterable<KeyValue> attributes() {
    return random.ints(random.nextInt(4)).mapToObj(i -> attribute(0)).toList();
  }

  private KeyValue attribute(int depth) {
    KeyValue.Builder attribute = KeyValue.newBuilder().setKey(text());
    return random.nextInt(9) == 0 ? attribute.build() : attribute.setValue(value(depth)).build();
  }

  private AnyValue value(int depth) {
    AnyValue.Builder value = AnyValue.newBuilder();
    return switch (random.nextInt(depth < 4 ? 8 : 6)) {
      case 0 -> value.setStringValue(text()).build();
      case 1 -> value.setBoolValue(random.nextBoolean()).build();
      case 2 -> value.setIntValue(random.nextLong()).build();
      case 3 -> value.setDoubleValue(random.nextGaussian()).build();
      case 4 -> value.setBytesValue(bytes(random.nextInt(9))).build();
      case 6 -> value.setArrayValue(list(depth + 1)).build();
      case 7 -> value.setKvlistValue(map(depth + 1)).build();
      default -> value.build();
    };
  }

  private ArrayValue list(int depth) {
    ArrayValue.Builder list = ArrayValue.newBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.addValues(value(depth));
    }
    return list.build();
  }

  private KeyValueList map(int depth) {
    KeyValueList.Builder map = KeyValueList.newBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      map.addValues(attribute(depth));
    }
    return map.build();
  }

  /** Fields of every wire type that the protocol does not have yet. */
  private UnknownFieldSet unknownFields() {
    if (random.nextInt(3) > 0) {
      return UnknownFieldSet.getDefaultInstance();
    }
    UnknownFieldSet.Field field =
        UnknownFieldSet.Field.newBuilder()
            .addVarint(random.nextLong())
            .addFixed32(1)
            .addFixed64(2)
            .addLengthDelimited(bytes(3))
            .addGroup(UnknownFieldSet.newBuilder().addField(1, varint()).build())
            .build();
    return UnknownFieldSet.newBuilder().addField(4000, field).build();
  }

  private static UnknownFieldSet.Field varint() {
    return UnknownFieldSet.Field.newBuilder().addVarint(7).build();
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private ByteString bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }
}
