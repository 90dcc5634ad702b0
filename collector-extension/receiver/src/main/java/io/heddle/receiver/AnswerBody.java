package io.heddle.receiver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.CodedOutputStream;
import com.google.rpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An answer as bytes: an Export*ServiceResponse, or a google.rpc.Status, as <a
 * href="https://opentelemetry.io/docs/specs/otlp/">OTLP</a> says. All Export*ServiceResponse
 * messages share their field numbers and differ in one JSON name.
 */
final class AnswerBody {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED = 1;
  private static final int ERROR_MESSAGE = 2;
  private final String rejectedField;

  /**
   * @param rejectedField JSON name of the count of what was not taken
   */
  AnswerBody(String rejectedField) {
    this.rejectedField = rejectedField;
  }

  byte[] bytes(Answer answer, Encoding encoding) {
    return encoding == Encoding.JSON ? json(answer) : protobuf(answer);
  }

  static Status status(Answer.Refused refused) {
    return Status.newBuilder()
        .setCode(refused.refusal().rpcCode().getNumber())
        .setMessage(refused.message())
        .build();
  }

  private static byte[] protobuf(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return status(refused).toByteArray();
    }
    return answer instanceof Answer.Partial partial ? protobuf(partial) : new byte[0];
  }

  private static byte[] protobuf(Answer.Partial partial) {
    byte[] inner =
        message(out -> {
          if (partial.rejected() != 0) {
            out.writeInt64(REJECTED, partial.rejected());
          }
          out.writeString(ERROR_MESSAGE, partial.message());
        });
    return message(out -> out.writeByteArray(PARTIAL_SUCCESS, inner));
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] json(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      if (answer instanceof Answer.Refused refused) {
        json.writeNumberField("code", refused.refusal().rpcCode().getNumber());
        json.writeStringField("message", refused.message());
      } else if (answer instanceof Answer.Partial partial) {
        write(partial, json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(Answer.Partial partial, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("partialSuccess");
    if (partial.rejected() != 0) {
      json.writeStringField(rejectedField, Long.toString(partial.rejected()));
    }
    json.writeStringField("errorMessage", partial.message());
    json.writeEndObject();
  }

  @FunctionalInterface
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }
}
