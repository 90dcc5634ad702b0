package io.heddle.otlp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads one input whose format is not known yet. */
final class InputReader {
  private final TraceReader target;
  private final String name;

  InputReader(TraceReader target, String name) {
    this.target = target;
    this.name = name;
  }

  void read(InputStream in) throws IOException {
    BufferedInputStream input = new BufferedInputStream(in, Format.WINDOW);
    switch (Format.of(input)) {
      case EMPTY -> {}
      case JSON_LINES -> new JsonLines(target, name).read(input);
      case JSON_DOCUMENT -> new JsonDocuments(target, name).read(input);
      case PROTOBUF -> new ProtobufMessages(target, name).read(input);
      default -> throw new TraceFormatException(name + ": no known trace format at byte 0");
    }
  }
}
