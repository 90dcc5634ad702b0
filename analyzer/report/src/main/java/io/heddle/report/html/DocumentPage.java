package io.heddle.report.html;

import io.heddle.report.document.Block;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A document without drawings as one file. */
public final class DocumentPage {
  /** Writes the page, to be stored as UTF-8. */
  public static void write(String title, List<Block> blocks, Writer out) throws IOException {
    Markup html = new Markup();
    Frame.open(html, "Heddle · " + title);
    html.open("header").element("strong", "Heddle").element("span", title).closeLine();
    html.open("section");
    Blocks writer = new Blocks(html);
    blocks.forEach(writer::block);
    html.close();
    out.write("<!doctype html>\n");
    out.write(html.close().close().toString());
    out.write('\n');
  }

  private DocumentPage() {}
}
