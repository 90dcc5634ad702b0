package io.heddle.report.text;

import io.heddle.report.document.Block;
import io.heddle.report.document.Block.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a document as GitHub-flavoured Markdown. */
public final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>#|~&])");
  private static final Pattern BREAKS = Pattern.compile("\\p{Cntrl}+");

  private final Writer out;

  private Markdown(Writer out) {
    this.out = out;
  }

  /** Writes all blocks, an empty line after each. */
  public static void write(List<Block> blocks, Writer out) throws IOException {
    Markdown markdown = new Markdown(out);
    for (Block block : blocks) {
      markdown.line(markdown.text(block));
      markdown.line("");
    }
  }

  private String text(Block block) {
    if (block instanceof Block.Heading heading) {
      return "#".repeat(heading.level()) + " " + escape(heading.text());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return escape(paragraph.text());
    }
    if (block instanceof Block.Note note) {
      return "*" + escape(note.text()) + "*";
    }
    if (block instanceof Block.Table table) {
      return table(table);
    }
    return block instanceof Block.Items items ? items(items) : code((Block.Code) block);
  }

  private static String table(Block.Table table) {
    String titles = row(table.columns().stream().map(Column::title).toList());
    String rule =
        table.columns().stream()
            .map(column -> column.number() ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |"));
    String rows = table.rows().stream().map(Markdown::row).collect(Collectors.joining("\n"));
    return titles + "\n" + rule + "\n" + rows;
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String items(Block.Items items) {
    String mark = items.ordered() ? "1. " : "- ";
    return items.texts().stream()
        .map(text -> mark + escape(text))
        .collect(Collectors.joining("\n"));
  }

  /** Fenced with more backticks than the code itself has in a row. */
  private static String code(Block.Code code) {
    String fence = "```";
    while (code.text().contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + code.text().stripTrailing() + "\n" + fence;
  }

  private static String escape(String text) {
    String oneLine = BREAKS.matcher(text).replaceAll(" ");
    return SPECIAL.matcher(oneLine).replaceAll("\\\\$1");
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
