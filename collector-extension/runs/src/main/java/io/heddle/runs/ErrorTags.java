package io.heddle.runs;

import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.Spans;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failed span says of its error in tags that are no type: a text, or a protocol's code. */
final class ErrorTags {
  private static final int FIRST_HTTP_ERROR = 400;
  private static final Set<String> NOTHING = Set.of("", "true", "false", "1", "0");

  /** Between a type and its message. */
  private static final Pattern MESSAGE = Pattern.compile(":\\s|\\R");

  private static final Pattern CODE = Pattern.compile("\\d{1,3}");

  /** By gRPC's codes. */
  private static final List<String> GRPC =
      List.of(
          "OK",
          "CANCELLED",
          "UNKNOWN",
          "INVALID_ARGUMENT",
          "DEADLINE_EXCEEDED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "PERMISSION_DENIED",
          "RESOURCE_EXHAUSTED",
          "FAILED_PRECONDITION",
          "ABORTED",
          "OUT_OF_RANGE",
          "UNIMPLEMENTED",
          "INTERNAL",
          "UNAVAILABLE",
          "DATA_LOSS",
          "UNAUTHENTICATED");

  private final Spans spans;
  private final AttributeCursor attributes;

  ErrorTags(Spans spans) {
    this.spans = spans;
    attributes = spans.attributes();
  }

  /** Null when the tags name no error. */
  @Nullable String error(int span) {
    String text = text(span);
    if (text != null) {
      return text;
    }
    String http = httpError(span, "http.response.status_code");
    if (http == null) {
      http = httpError(span, "http.status_code");
    }
    return http == null ? grpcError(span) : http;
  }

  /** Zipkin's tag, without the message behind a type: messages tell one case from the next. */
  private @Nullable String text(int span) {
    String tag = tag(span, "error");
    String type = tag == null ? "" : MESSAGE.split(tag.strip(), 2)[0];
    return NOTHING.contains(type) ? null : type;
  }

  private @Nullable String httpError(int span, String key) {
    int code = code(span, key);
    return code < FIRST_HTTP_ERROR ? null : Integer.toString(code);
  }

  private @Nullable String grpcError(int span) {
    int code = code(span, "rpc.grpc.status_code");
    return code < 1 ? null : code < GRPC.size() ? GRPC.get(code) : Integer.toString(code);
  }

  /** -1 when there is none. */
  private int code(int span, String key) {
    String code = tag(span, key);
    return code == null || !CODE.matcher(code).matches() ? -1 : Integer.parseInt(code);
  }

  private @Nullable String tag(int span, String key) {
    return attributes.record(spans.record(span)).find(spans.keyNumber(key));
  }
}
