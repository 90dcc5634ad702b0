package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SpanSink;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Requests as OpenTelemetry's own exporter encodes them. */
public final class SdkOracle {
  private SdkOracle() {}

  public static byte[] encode(Origin origin, Consumer<SpanSink> teller) throws IOException {
    List<SpanData> spans = new ArrayList<>();
    teller.accept(new SdkSpans(origin, spans::add));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceRequestMarshaler.create(spans).writeBinaryTo(out);
    return out.toByteArray();
  }
}
