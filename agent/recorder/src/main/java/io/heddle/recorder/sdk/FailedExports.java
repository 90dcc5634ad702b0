package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.otlp.Verdict;
import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether it is of use to send again what OpenTelemetry's exporter could not send.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#failures">OTLP</a>
 */
final class FailedExports {
  private static final Set<GrpcStatusCode> RETRYABLE =
      Set.of(
          GrpcStatusCode.CANCELLED,
          GrpcStatusCode.DEADLINE_EXCEEDED,
          GrpcStatusCode.RESOURCE_EXHAUSTED,
          GrpcStatusCode.ABORTED,
          GrpcStatusCode.OUT_OF_RANGE,
          GrpcStatusCode.UNAVAILABLE,
          GrpcStatusCode.DATA_LOSS);

  private static final Set<Integer> RETRYABLE_HTTP = Set.of(429, 502, 503, 504);

  private FailedExports() {}

  /** What became of it, in a few words. */
  static String reason(@Nullable Throwable cause) {
    return verdict(cause) instanceof Verdict.Refused refused
        ? refused.reason()
        : ((Verdict.Unanswered) verdict(cause)).reason();
  }

  /** Whether the collector will not take it, however often it is sent. */
  static boolean isRefusal(@Nullable Throwable cause) {
    return verdict(cause) instanceof Verdict.Refused;
  }

  static Verdict verdict(@Nullable Throwable cause) {
    if (cause instanceof GrpcExportException failed && failed.failedWithResponse()) {
      GrpcResponse said = failed.getResponse();
      String reason = "gRPC status %s %s".formatted(said.getStatusCode(), description(said));
      return verdict(RETRYABLE.contains(said.getStatusCode()), reason.strip());
    }
    if (cause instanceof HttpExportException failed && failed.failedWithResponse()) {
      HttpResponse said = failed.getResponse();
      return verdict(
          RETRYABLE_HTTP.contains(said.getStatusCode()), "HTTP status " + said.getStatusCode());
    }
    return new Verdict.Unanswered(Delivery.reason(cause), 0);
  }

  private static String description(GrpcResponse said) {
    String description = said.getStatusDescription();
    return description == null ? "" : description;
  }

  private static Verdict verdict(boolean retryable, String reason) {
    return retryable ? new Verdict.Unanswered(reason, 0) : new Verdict.Refused(reason);
  }
}
