package io.heddle.report.text;

import io.heddle.report.document.Block;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a document for a terminal. */
public final class Terminal {
  private static final String BOLD = "\u001b[1m";
  private static final String CYAN = "\u001b[36m";
  private static final String DIM = "\u001b[2m";
  private static final String END = "\u001b[0m";

  /** Letters of a name that a line of a table or a heading shows; other formats show all. */
  private static final int LONGEST = 160;

  private final Writer out;
  private final boolean colour;

  private Terminal(Writer out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /** Writes all blocks, an empty line after each. */
  public static void write(List<Block> blocks, boolean colour, Writer out) throws IOException {
    Terminal terminal = new Terminal(out, colour);
    for (Block block : blocks) {
      terminal.write(block);
    }
  }

  private void write(Block block) throws IOException {
    if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.Paragraph paragraph) {
      line(clean(paragraph.text()));
    } else if (block instanceof Block.Note note) {
      line(paint(DIM, clean(note.text())));
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Items items) {
      items(items);
    } else if (block instanceof Block.Code code) {
      code(code);
    }
    out.write('\n');
  }

  private void heading(Block.Heading heading) throws IOException {
    String text = cut(clean(heading.text()));
    line(paint(BOLD, text));
    if (heading.level() == 1) {
      line(paint(CYAN, "═".repeat(text.codePointCount(0, text.length()))));
    }
  }

  private void table(Block.Table table) throws IOException {
    Columns columns = new Columns(clean(table));
    line(paint(DIM, columns.titles()));
    for (String row : columns.rows()) {
      line(row);
    }
  }

  private void items(Block.Items items) throws IOException {
    for (int i = 0; i < items.texts().size(); i++) {
      String mark = items.ordered() ? (i + 1) + "." : "-";
      line("  " + mark + " " + clean(items.texts().get(i)));
    }
  }

  private void code(Block.Code code) throws IOException {
    for (String line : code.text().lines().toList()) {
      line("    " + clean(line));
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private String paint(String style, String text) {
    return colour && !text.isEmpty() ? style + text + END : text;
  }

  private static Block.Table clean(Block.Table table) {
    return new Block.Table(
        table.columns(),
        table.rows().stream()
            .map(row -> row.stream().map(cell -> cut(clean(cell))).toList())
            .toList());
  }

  /** Names come from traces of anybody's making and must not steer the terminal, nor fill it. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }

  private static String cut(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
