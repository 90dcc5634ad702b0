package com.example;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.runs.RunFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The example of docs/library.md. */
public final class WhereTheTimeGoes {
  public static void print(Path file, PrintStream out) throws IOException {
    RunFiles files = RunFiles.read(file);
    for (var run : files.runs()) {
      for (var section : CriticalPath.of(run, Overlap.TOLERANT).get(0).sections()) {
        out.println(section.owner().node() + " " + section.kind() + " " + section.durationNs());
      }
    }
    Analysis analysis = Analysis.of(files.runs(), Options.DEFAULTS);
    for (var advice : analysis.recommendations()) {
      out.println(advice.title() + ": " + advice.saving());
    }
  }

  private WhereTheTimeGoes() {}
}
