package io.heddle.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A format in which spans can be written. */
public enum SpanFormat {
  /** A request a line; holds all that a table does. */
  OTLP_JSON {
    @Override
    public SpanOutput to(OutputStream out) throws IOException {
      return new OtlpJsonOutput(out);
    }
  },
  /** Length-delimited requests; holds all that a table does. */
  OTLP_PROTOBUF {
    @Override
    public SpanOutput to(OutputStream out) {
      return new OtlpProtobufOutput(out);
    }
  },
  /** A document as Jaeger's user interface opens it, with times in microseconds. */
  JAEGER {
    @Override
    public SpanOutput to(OutputStream out) throws IOException {
      return new JaegerOutput(out);
    }
  },
  /** An array of spans as Zipkin's v2 interface takes them, with times in microseconds. */
  ZIPKIN {
    @Override
    public SpanOutput to(OutputStream out) throws IOException {
      return new ZipkinOutput(out);
    }
  };

  /** Starts a document; whoever opened the stream closes it. */
  public abstract SpanOutput to(OutputStream out) throws IOException;

  /**
   * The format of that name, such as {@code otlp-json}.
   *
   * @throws IllegalArgumentException that names the known ones
   */
  public static SpanFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("unknown format '" + name + "'; known are " + all()));
  }

  /** The name as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String all() {
    return Arrays.stream(values()).map(SpanFormat::label).collect(Collectors.joining(", "));
  }
}
