package io.heddle.otlp;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one input whose format is not known yet. */
final class InputReader {
  private static final int BUFFER = 1 << 16;

  private final TraceReader target;
  private final String name;

  InputReader(TraceReader target, String name) {
    this.target = target;
    this.name = name;
  }

  void read(BufferedInputStream in) throws IOException {
    long before = target.spansRead();
    try {
      readFormat(new BufferedInputStream(unzipped(in), Format.WINDOW));
    } catch (EOFException | ZipException damaged) {
      String error = name + ": damaged gzip: " + damaged.getMessage();
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

  private static InputStream unzipped(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }
}
