package io.heddle.otlp;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.ZipException;

/** Reads one input whose format is not known yet. */
final class InputReader {
  /** Bytes that are read ahead at once: a turn costs more than a small block. */
  private static final int BLOCK = 1 << 20;

  private final TraceReader target;
  private final String name;
  private final boolean ahead;

  /**
   * A reader of one input.
   *
   * @param name what errors call it
   * @param ahead whether another thread reads and unpacks what comes next
   */
  InputReader(TraceReader target, String name, boolean ahead) {
    this.target = target;
    this.name = name;
    this.ahead = ahead;
  }

  void read(BufferedInputStream in) throws IOException {
    if (isGzip(in)) {
      readPacked(new PackedInput(in));
    } else {
      readUnpacked(in);
    }
  }

  private void readPacked(PackedInput in) throws IOException {
    long before = target.spansRead();
    try {
      readUnpacked(in.unpacked());
    } catch (EOFException | ZipException damaged) {
      String why = Objects.requireNonNullElse(damaged.getMessage(), "Unexpected end of its header");
      String error = name + ": damaged gzip at byte " + in.offset() + ": " + why;
      if (target.spansRead() == before) {
        throw new TraceFormatException(error, damaged);
      }
      target.damaged(error, damaged);
    }
  }

  private void readUnpacked(InputStream in) throws IOException {
    if (ahead) {
      try (ReadAhead blocks = new ReadAhead(in, BLOCK)) {
        readFormat(new BufferedInputStream(blocks, Format.WINDOW));
      }
    } else {
      readFormat(new BufferedInputStream(in, Format.WINDOW));
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
