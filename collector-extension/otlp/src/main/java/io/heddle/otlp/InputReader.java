package io.heddle.otlp;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.ZipException;

/** Reads one input whose format is not known yet. */
final class InputReader {
  private final TraceReader target;
  private final String name;

  InputReader(TraceReader target, String name) {
    this.target = target;
    this.name = name;
  }

  void read(BufferedInputStream in) throws IOException {
    if (isGzip(in)) {
      readPacked(new PackedInput(in));
    } else {
      readFormat(new BufferedInputStream(in, Format.WINDOW));
    }
  }

  private void readPacked(PackedInput in) throws IOException {
    long before = target.spansRead();
    try {
      readFormat(new BufferedInputStream(in.unpacked(), Format.WINDOW));
    } catch (EOFException | ZipException damaged) {
      String why = Objects.requireNonNullElse(damaged.getMessage(), "Unexpected end of its header");
      String error = name + ": damaged gzip at byte " + in.offset() + ": " + why;
      if (target.spansRead() == before) {
        throw new TraceFormatException(error, damaged);
      }
      target.damaged(error, damaged);
    }
  }

  private void readFormat(BufferedInputStream in) throws IOException {
    switch (Format.of(in)) {
      case EMPTY -> {}
      case JSON_LINES -> new JsonLines(target, name).read(in);
      case JSON_DOCUMENT -> new JsonDocuments(target, name).read(in);
      case PROTOBUF -> new ProtobufMessages(target, name).read(in);
      case UTF_16 -> throw new TraceFormatException(name + ": UTF-16, not UTF-8, at byte 0");
      case UNKNOWN -> throw new TraceFormatException(name + ": no known trace format at byte 0");
    }
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }
}
