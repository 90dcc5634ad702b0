package io.heddle.recorder.otlp;

import io.heddle.recorder.http.Response;
import io.heddle.recorder.protobuf.ProtobufReader;
import java.util.regex.Pattern;

/** Reads what collectors answer. Anything that is not understood says nothing. */
final class Answers {
  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED = 1;
  private static final int ERROR_MESSAGE = 2;

  private static final int STATUS_MESSAGE = 2;
  private static final int MAX_MESSAGE = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\ufffd]+");

  private Answers() {}

  /** Of an {@code ExportTraceServiceResponse} or its sister for metrics. */
  static Verdict.Taken partialSuccess(byte[] response) {
    ProtobufReader partial = new ProtobufReader(response).message(PARTIAL_SUCCESS);
    return new Verdict.Taken(
        Math.max(0, partial.varint(REJECTED)), printable(partial.text(ERROR_MESSAGE)));
  }

  /** Of a {@code google.rpc.Status}: a colon and its message; empty without one. */
  static String statusMessage(Response response) {
    boolean protobuf =
        response.headers().getOrDefault("content-type", "").startsWith("application/x-protobuf");
    String message =
        protobuf ? printable(new ProtobufReader(response.body()).text(STATUS_MESSAGE)) : "";
    return message.isEmpty() ? "" : ": " + message;
  }

  /** One short line, whatever came. */
  private static String printable(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return line.substring(0, Math.min(MAX_MESSAGE, line.length()));
  }
}
