package io.heddle.cli;

import io.heddle.otlp.SpanFormat;
import io.heddle.otlp.SpanOutput;
import io.heddle.otlp.Spans;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Traces in another format. */
@Command(
    name = "convert",
    description = {
      "Writes traces of any format in another one; says what that one cannot hold.",
      "With a filter, only the traces of runs that pass it.",
      "Not kept, from any format: trace state, status messages, schema URLs, dropped counts."
    })
final class ConvertCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "otlp-json",
      description = {
        "otlp-json (a request a line), otlp-protobuf (length-delimited), jaeger or zipkin",
        "(default: ${DEFAULT-VALUE})."
      })
  private String to = "otlp-json";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the traces go (default: standard output).")
  private @Nullable Path file;

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SpanFormat format = format();
    Spans spans = inputs.table(console);
    try {
      write(spans, format);
    } catch (IOException e) {
      throw new UserError((file == null ? "standard output" : "-o " + file) + ": " + Reason.of(e));
    }
    return ExitCode.DONE;
  }

  private SpanFormat format() {
    try {
      return SpanFormat.of(to);
    } catch (IllegalArgumentException e) {
      throw new UserError("--to: " + e.getMessage());
    }
  }

  private void write(Spans spans, SpanFormat format) throws IOException {
    if (file == null) {
      OutputStream out = new BufferedOutputStream(console.out());
      convert(spans, format, out);
      out.flush();
    } else {
      new ResultFile(console.directory().resolve(file)).write(out -> convert(spans, format, out));
    }
  }

  private void convert(Spans spans, SpanFormat format, OutputStream out) throws IOException {
    SpanOutput output = format.to(out);
    output.write(spans);
    output.finish();
    output
        .losses()
        .forEach((what, count) -> console.say(to + " cannot hold: " + count + " " + what));
  }
}
