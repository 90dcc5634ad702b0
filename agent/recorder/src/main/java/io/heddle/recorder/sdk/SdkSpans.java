package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.sdk.FinishedSpan.SdkOrigin;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes span data of the SDK of what it is told. */
final class SdkSpans implements SpanSink {
  private static final TraceContext NONE = new TraceContext(0, 0, (byte) 0, "");

  private final SdkOrigin origin;
  private final Consumer<FinishedSpan> finished;
  private final HexFormat hex = HexFormat.of();

  private TraceContext trace = NONE;
  private long spanId;
  private SpanContext parent = SpanContext.getInvalid();
  private String name = "";
  private SpanKind kind = SpanKind.INTERNAL;
  private long startNs;
  private long endNs;
  private AttributesBuilder attributes = Attributes.builder();
  private List<EventData> events = List.of();
  private List<LinkData> links = new ArrayList<>();
  private StatusData status = StatusData.unset();

  SdkSpans(Origin origin, Consumer<FinishedSpan> finished) {
    this.origin = SdkOrigin.of(origin);
    this.finished = finished;
  }

  @Override
  public void begin(TraceContext inTrace, long id, long parentId) {
    beginAnew(inTrace, id);
    parent = parentId == 0 ? SpanContext.getInvalid() : context(parentId);
  }

  @Override
  public void beginBelowRemote(TraceContext inTrace, long id, long parentId) {
    beginAnew(inTrace, id);
    SpanContext same = context(parentId);
    parent =
        SpanContext.createFromRemoteParent(
            same.getTraceId(), same.getSpanId(), same.getTraceFlags(), same.getTraceState());
  }

  private void beginAnew(TraceContext inTrace, long id) {
    trace = inTrace;
    spanId = id;
    attributes = Attributes.builder();
    events = List.of();
    links = new ArrayList<>();
    status = StatusData.unset();
  }

  @Override
  public void describe(CommonText spanName, Kind spanKind) {
    name = spanName.toString();
    kind = spanKind == Kind.CLIENT ? SpanKind.CLIENT : SpanKind.INTERNAL;
  }

  @Override
  public void time(long start, long end) {
    startNs = start;
    endNs = end;
  }

  @Override
  public void attribute(String key, String value) {
    attributes.put(key, value);
  }

  @Override
  public void attribute(CommonText key, long value) {
    attributes.put(key.toString(), value);
  }

  @Override
  public void attribute(String key, boolean value) {
    attributes.put(key, value);
  }

  @Override
  public void attribute(Attribute attribute) {
    SdkAttributes.put(attribute, attributes);
  }

  @Override
  public void attributes(SharedAttributes shared) {
    shared.attributes().forEach(this::attribute);
  }

  @Override
  public void link(long linked, SharedAttributes meaning) {
    links.add(LinkData.create(context(linked), SdkAttributes.of(meaning.attributes())));
  }

  @Override
  public void failure(String exceptionType, String message) {
    Attributes details =
        Attributes.builder()
            .put("exception.type", exceptionType)
            .put("exception.message", message)
            .build();
    events = List.of(EventData.create(endNs, "exception", details));
    status = StatusData.create(StatusCode.ERROR, message);
  }

  @Override
  public void end(@Nullable Runnable unsent) {
    finished.accept(
        new FinishedSpan(
            name,
            kind,
            context(spanId),
            parent,
            startNs,
            endNs,
            attributes.build(),
            events,
            links,
            status,
            origin,
            unsent));
  }

  private SpanContext context(long id) {
    return SpanContext.create(
        hex.toHexDigits(trace.high()) + hex.toHexDigits(trace.low()),
        hex.toHexDigits(id),
        TraceFlags.fromByte(trace.flags()),
        state(trace.state()));
  }

  private static TraceState state(String header) {
    if (header.isEmpty()) {
      return TraceState.getDefault();
    }
    TraceStateBuilder state = TraceState.builder();
    List<String> entries = List.of(header.split(",", -1));
    for (int i = entries.size() - 1; i >= 0; i--) { // the builder puts each in front
      String entry = entries.get(i);
      int equals = entry.indexOf('=');
      if (equals > 0) {
        state.put(entry.substring(0, equals).trim(), entry.substring(equals + 1).trim());
      }
    }
    return state.build();
  }
}
