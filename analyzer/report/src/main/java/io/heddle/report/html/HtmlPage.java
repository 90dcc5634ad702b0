package io.heddle.report.html;

import io.heddle.core.Analysis;
import java.io.IOException;
import java.io.Writer;

/** The whole report as one file. */
public final class HtmlPage {
  /** Writes the page. */
  public static void write(Analysis analysis, Writer out) throws IOException {
    out.write("<!doctype html><title>" + analysis.workflows().size() + "</title>\n");
  }

  private HtmlPage() {}
}
