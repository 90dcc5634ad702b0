package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Origin;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span that has ended, with the ids and times its records carry. Immutable.
 *
 * @param startNs since the epoch
 * @param endNs since the epoch
 * @param unsent run when the span could not be sent, because something that is sent only once was
 *     on it
 */
record FinishedSpan(
    String name,
    SpanKind kind,
    SpanContext context,
    SpanContext parent,
    long startNs,
    long endNs,
    Attributes attributes,
    List<EventData> events,
    List<LinkData> links,
    StatusData status,
    SdkOrigin origin,
    @Nullable Runnable unsent)
    implements SpanData {

  /** The origin as the SDK has it. */
  record SdkOrigin(Resource resource, InstrumentationScopeInfo scope) {
    static SdkOrigin of(Origin origin) {
      AttributesBuilder attributes = Attributes.builder();
      origin.resource().forEach(attributes::put);
      return new SdkOrigin(
          Resource.create(attributes.build()),
          InstrumentationScopeInfo.builder(origin.scope()).setVersion(origin.version()).build());
    }
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public SpanKind getKind() {
    return kind;
  }

  @Override
  public SpanContext getSpanContext() {
    return context;
  }

  @Override
  public SpanContext getParentSpanContext() {
    return parent;
  }

  @Override
  public StatusData getStatus() {
    return status;
  }

  @Override
  public long getStartEpochNanos() {
    return startNs;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public List<EventData> getEvents() {
    return events;
  }

  @Override
  public List<LinkData> getLinks() {
    return links;
  }

  @Override
  public long getEndEpochNanos() {
    return endNs;
  }

  @Override
  public boolean hasEnded() {
    return true;
  }

  @Override
  public int getTotalRecordedEvents() {
    return events.size();
  }

  @Override
  public int getTotalRecordedLinks() {
    return links.size();
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return origin.scope();
  }

  @Deprecated
  @Override
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(
        origin.scope().getName(), origin.scope().getVersion());
  }

  @Override
  public Resource getResource() {
    return origin.resource();
  }
}
