package io.heddle.receiver;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Bodies to send. */
final class Requests {
  private Requests() {}

  static byte[] span(String name) {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    request.addResourceSpansBuilder().addScopeSpansBuilder().addSpansBuilder().setName(name);
    return request.build().toByteArray();
  }

  static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  /** One gRPC message: a flag for compression, the length, the bytes. */
  static byte[] frame(boolean compressed, byte[] body) {
    return ByteBuffer.allocate(5 + body.length)
        .put((byte) (compressed ? 1 : 0))
        .putInt(body.length)
        .put(body)
        .array();
  }
}
