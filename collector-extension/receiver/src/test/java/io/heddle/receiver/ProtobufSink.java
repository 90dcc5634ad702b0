package io.heddle.receiver;

import com.google.protobuf.InvalidProtocolBufferException;
import io.heddle.otlp.TraceFormatException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what arrives; the generated classes are the oracle. */
final class ProtobufSink implements Sink {
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  @Override
  public Receipt accept(byte[] body, Encoding encoding) throws TraceFormatException {
    try {
      List<Span> arrived =
          ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
              .flatMap(resource -> resource.getScopeSpansList().stream())
              .flatMap(scope -> scope.getSpansList().stream())
              .toList();
      spans.addAll(arrived);
      return Receipt.of(arrived.size());
    } catch (InvalidProtocolBufferException e) {
      throw new TraceFormatException("protobuf ends early at byte " + body.length);
    }
  }

  List<String> names() {
    return spans.stream().map(Span::getName).toList();
  }
}
