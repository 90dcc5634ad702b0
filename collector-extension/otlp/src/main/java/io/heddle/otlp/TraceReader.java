package io.heddle.otlp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads traces of any known format from files and streams. The format is recognised from the
 * content: OTLP/JSON (a document, or a request a line), OTLP protobuf (a request, or
 * length-delimited requests), Jaeger JSON, Zipkin v2 JSON, and gzip of each. What cannot be read is
 * reported and the rest is read. Not thread-safe.
 */
public final class TraceReader {
  /** The path that stands for the standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private static final int BUFFER = 1 << 16;

  /**
   * Files from so many bytes on are read by another thread; a pipe, which may wait, has no size.
   */
  private static final int WORTH_A_THREAD = 1 << 22;

  private final UnaryOperator<Spans> batches;
  private final ReadReport report = new ReadReport();
  private final boolean strict;
  private final int batchSize;
  private Spans spans = new Spans();
  private int carried;

  private TraceReader(UnaryOperator<Spans> batches, int batchSize, boolean strict) {
    this.batches = batches;
    this.batchSize = batchSize;
    this.strict = strict;
  }

  /** A reader that keeps everything in one table, which {@link #finish} hands over. */
  public static TraceReader whole(Consumer<Spans> table) {
    return inBatches(Integer.MAX_VALUE, table);
  }

  /** A reader that hands a table on whenever it holds at least {@code batchSize} spans. */
  public static TraceReader inBatches(int batchSize, Consumer<Spans> batches) {
    return continuing(
        batchSize,
        full -> {
          batches.accept(full);
          return new Spans();
        });
  }

  /**
   * A reader that hands a table on whenever {@code batchSize} spans were added to it, and goes on
   * with the table it is given back, in which spans may stand that wait for others.
   */
  public static TraceReader continuing(int batchSize, UnaryOperator<Spans> batches) {
    return new TraceReader(batches, batchSize, false);
  }

  /** This reader, but throwing at the first damage instead of reporting it. */
  public TraceReader strict() {
    return new TraceReader(batches, batchSize, true);
  }

  /**
   * Reads a file, the standard input ({@code -}), or all files below a folder in order of name.
   *
   * @throws TraceFormatException when nothing of a file can be read, or at any damage when strict
   * @throws IOException when a file cannot be opened or read
   */
  public void read(Path path) throws IOException {
    if (path.equals(STANDARD_INPUT)) {
      read("standard input", System.in);
    } else if (Files.isDirectory(path)) {
      for (Path file : filesBelow(path)) {
        readFile(file);
      }
    } else {
      readFile(path);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param name what errors call the input
   * @throws TraceFormatException when nothing of it can be read, or at any damage when strict
   * @throws IOException when it cannot be read
   */
  public void read(String name, InputStream in) throws IOException {
    read(name, in, false);
  }

  /** Hands the last spans on and tells what was read. */
  public ReadReport finish() {
    flush();
    return report;
  }

  Spans spans() {
    return spans;
  }

  /** Spans read so far. */
  long spansRead() {
    return report.spans() + spans.size() - carried;
  }

  /** Called between messages; true when the table was handed on and {@link #spans} is a new one. */
  boolean messageRead() {
    if (spans.size() - carried < batchSize) {
      return false;
    }
    flush();
    return true;
  }

  void damaged(String error, IOException cause) throws TraceFormatException {
    if (strict) {
      throw new TraceFormatException(error, cause);
    }
    report.addDamage(error);
  }

  private void flush() {
    report.addSpans(spans, carried);
    spans = batches.apply(spans);
    carried = spans.size();
  }

  private void readFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      read(file.toString(), in, Files.size(file) >= WORTH_A_THREAD);
    }
  }

  private void read(String name, InputStream in, boolean ahead) throws IOException {
    new InputReader(this, name, ahead).read(new BufferedInputStream(in, BUFFER));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
