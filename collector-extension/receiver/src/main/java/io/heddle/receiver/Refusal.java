package io.heddle.receiver;

import com.google.rpc.Code;
import com.linecorp.armeria.common.HttpStatus;

/** Why a request was refused, with the status OTLP asks for on each transport. */
public enum Refusal {
  /** The body is not what its content type says. */
  MALFORMED(HttpStatus.BAD_REQUEST, Code.INVALID_ARGUMENT),
  /** The body, or what it unpacks to, exceeds {@link Limits#maxBodyBytes}. */
  TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, Code.RESOURCE_EXHAUSTED),
  /** Neither protobuf nor JSON, or compressed with something other than gzip. */
  MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Code.INVALID_ARGUMENT),
  /** {@link Limits#maxPendingBytes} are waiting already; the same request may succeed later. */
  BUSY(HttpStatus.TOO_MANY_REQUESTS, Code.UNAVAILABLE),
  /** The receiver is stopping; the same request may succeed later. */
  STOPPING(HttpStatus.SERVICE_UNAVAILABLE, Code.UNAVAILABLE),
  /** A defect of the receiver; logged. */
  FAILED(HttpStatus.INTERNAL_SERVER_ERROR, Code.INTERNAL);

  private final int httpStatus;
  private final Code rpcCode;

  Refusal(HttpStatus httpStatus, Code rpcCode) {
    this.httpStatus = httpStatus.code();
    this.rpcCode = rpcCode;
  }

  HttpStatus httpStatus() {
    return HttpStatus.valueOf(httpStatus);
  }

  Code rpcCode() {
    return rpcCode;
  }

  boolean retryable() {
    return this == BUSY || this == STOPPING;
  }
}
