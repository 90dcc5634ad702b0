package io.heddle.receiver;

import com.linecorp.armeria.common.RequestContext;
import com.linecorp.armeria.common.grpc.GrpcExceptionHandlerFunction;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * Counts what gRPC refuses before a message is whole, and says it in our words. The codes handled
 * here are those that {@link GrpcEndpoint} itself never answers.
 */
record GrpcFailures(Counters counters, Limits limits) implements GrpcExceptionHandlerFunction {
  @Override
  public @Nullable Status apply(
      RequestContext ctx, Status status, Throwable cause, Metadata metadata) {
    return switch (status.getCode()) {
      case RESOURCE_EXHAUSTED -> tooLarge();
      case UNKNOWN -> damaged(cause);
      case UNIMPLEMENTED -> unsupported();
      default -> null;
    };
  }

  private Status tooLarge() {
    counters.count(Refusal.TOO_LARGE);
    return Status.RESOURCE_EXHAUSTED.withDescription(
        "message exceeds the limit of %d bytes; send smaller batches"
            .formatted(limits.maxBodyBytes()));
  }

  private Status damaged(Throwable cause) {
    counters.count(Refusal.MALFORMED);
    return Status.INVALID_ARGUMENT.withDescription(
        "gRPC message is damaged: " + rootOf(cause).getMessage());
  }

  private @Nullable Status unsupported() {
    counters.count(Refusal.MEDIA_TYPE);
    return null;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }
}
