package io.heddle.recorder.export;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Bounds of what waits to be sent, by the standard names {@code OTEL_BSP_*}.
 *
 * @param batchSpans spans in one request
 * @param queueSpans spans that may wait; further ones are discarded and counted
 * @param delayNs how long a span waits for others to fill its batch
 */
public record BatchLimits(int batchSpans, int queueSpans, long delayNs) {
  private static final int BATCH_SPANS = 512;
  private static final int QUEUE_SPANS = 16_384;
  private static final int DELAY_MS = 1_000;

  /** Batches that are made before the sender needs them: their records take less memory. */
  private static final int AHEAD = 4;

  /** The limits that the {@code otel.*} settings name; a value that makes no sense is ignored. */
  public static BatchLimits of(Map<String, String> telemetry) {
    int batch = number(telemetry, "otel.bsp.max.export.batch.size", BATCH_SPANS);
    int queue = number(telemetry, "otel.bsp.max.queue.size", QUEUE_SPANS);
    int delay = number(telemetry, "otel.bsp.schedule.delay", DELAY_MS);
    return new BatchLimits(batch, Math.max(batch, queue), TimeUnit.MILLISECONDS.toNanos(delay));
  }

  /** How many more spans keep the sender busy where so many wait for it. */
  public int wanted(int waiting) {
    return Math.max(0, Math.min(queueSpans, AHEAD * batchSpans) - waiting);
  }

  private static int number(Map<String, String> telemetry, String key, int fallback) {
    String text = telemetry.get(key);
    return text != null && text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : fallback;
  }
}
