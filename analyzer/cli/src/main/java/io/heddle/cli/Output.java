package io.heddle.cli;

import io.heddle.report.Format;
import io.heddle.report.Report;
import io.heddle.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes, and in which format. */
final class Output {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the result goes (default: standard output).")
  private @Nullable Path file;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, markdown, html, json or csv (default: ${DEFAULT-VALUE}).")
  private String format = "text";

  boolean is(String name) {
    return format.equalsIgnoreCase(name);
  }

  /** Chooses how to write; fails before anything is read. */
  Reports reports(Console console) {
    try {
      return new Reports(Format.of(format), console.colour() && file == null);
    } catch (IllegalArgumentException e) {
      throw new UserError("--format: " + e.getMessage());
    }
  }

  /** Writes the result. */
  void write(Console console, Report report) {
    Path target = file;
    try {
      if (target == null) {
        write(console.out(), report);
      } else {
        new ResultFile(console.directory().resolve(target)).write(out -> write(out, report));
      }
    } catch (IOException e) {
      throw new UserError("-o " + file + ": " + Reason.of(e));
    }
  }

  private static void write(OutputStream out, Report report) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    report.writeTo(writer);
    writer.flush();
  }
}
