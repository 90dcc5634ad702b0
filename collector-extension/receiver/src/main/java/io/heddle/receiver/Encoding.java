package io.heddle.receiver;

import com.linecorp.armeria.common.MediaType;
import org.jspecify.annotations.Nullable;

/** How an OTLP body is written; the answer is written the same way. */
public enum Encoding {
  PROTOBUF,
  JSON;

  MediaType mediaType() {
    return this == JSON ? MediaType.JSON : MediaType.X_PROTOBUF;
  }

  /** The encoding that {@code contentType} names, or null if it is none that OTLP/HTTP knows. */
  static @Nullable Encoding of(@Nullable MediaType contentType) {
    if (contentType == null) {
      return null;
    }
    if (contentType.is(MediaType.X_PROTOBUF) || contentType.is(MediaType.PROTOBUF)) {
      return PROTOBUF;
    }
    return contentType.withoutParameters().is(MediaType.JSON) ? JSON : null;
  }
}
