package io.heddle.benchmarks.traces;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a file of traces: {@code GenerateTraces FORMAT SPANS FILE [SEED]}. FORMAT is {@code
 * protobuf}, {@code json}, {@code jaeger} or {@code zipkin}; a FILE that ends in {@code .gz} is
 * compressed. The file holds whole runs, thus up to a thousand spans more than asked for.
 */
public final class GenerateTraces {
  private static final int BATCH = 512;
  private static final int BUFFER = 1 << 20;

  /** Writes the file that the arguments ask for. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println("GenerateTraces protobuf|json|jaeger|zipkin SPANS FILE [SEED]");
      System.exit(2);
    }
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
    try (OutputStream out = open(Path.of(arguments[2]))) {
      TraceWriter writer = writer(arguments[0], out);
      System.out.println(write(writer, new GeneratedRuns(seed), Long.parseLong(arguments[1])));
    }
  }

  /** Writes runs until there are enough spans; returns how many there are. */
  private static long write(TraceWriter writer, GeneratedRuns runs, long wanted)
      throws IOException {
    long written = 0;
    while (written < wanted) {
      List<GeneratedSpan> spans = runs.next();
      boolean wholeTraces = writer instanceof JaegerWriter;
      int batch = wholeTraces ? spans.size() : BATCH;
      for (int from = 0; from < spans.size(); from += batch) {
        writer.write(spans.subList(from, Math.min(spans.size(), from + batch)));
      }
      written += spans.size();
    }
    writer.finish();
    return written;
  }

  private static TraceWriter writer(String format, OutputStream out) throws IOException {
    return switch (format) {
      case "protobuf" -> new OtlpProtobufWriter(out);
      case "json" -> new OtlpJsonWriter(json(out));
      case "jaeger" -> new JaegerWriter(json(out));
      case "zipkin" -> new ZipkinWriter(json(out));
      default -> throw new IllegalArgumentException("unknown format " + format);
    };
  }

  private static JsonGenerator json(OutputStream out) throws IOException {
    return new JsonFactory().createGenerator(out).setRootValueSeparator(null);
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out;
  }

  private GenerateTraces() {}
}
