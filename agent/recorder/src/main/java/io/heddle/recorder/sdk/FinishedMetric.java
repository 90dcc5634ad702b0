package io.heddle.recorder.sdk;

import io.heddle.recorder.metrics.Instrument;
import io.heddle.recorder.sdk.FinishedSpan.SdkOrigin;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;

/**
 * What an instrument showed at one moment. Immutable.
 *
 * @param type of {@code data}
 */
record FinishedMetric(
    SdkOrigin origin, Instrument.Description description, MetricDataType type, Data<?> data)
    implements MetricData {
  @Override
  public Resource getResource() {
    return origin.resource();
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return origin.scope();
  }

  @Override
  public String getName() {
    return description.name();
  }

  @Override
  public String getDescription() {
    return description.meaning();
  }

  @Override
  public String getUnit() {
    return description.unit();
  }

  @Override
  public MetricDataType getType() {
    return type;
  }

  @Override
  public Data<?> getData() {
    return data;
  }
}
