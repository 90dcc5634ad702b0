package io.heddle.report.html;

import io.heddle.report.document.Block;
import io.heddle.report.document.Block.Column;
import java.util.List;

/** Blocks of a document as elements. */
final class Blocks {
  private final Markup html;

  Blocks(Markup html) {
    this.html = html;
  }

  /** Any block as it stands. */
  void block(Block block) {
    if (block instanceof Block.Heading heading) {
      html.element("h" + heading.level(), heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      html.element("p", paragraph.text());
    } else if (block instanceof Block.Note note) {
      html.element("p", note.text(), "class", "note");
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Items items) {
      items(items.ordered(), items.texts());
    } else if (block instanceof Block.Code code) {
      html.element("pre", code.text());
    }
  }

  /** A table that scrolls in itself when the page is narrow. */
  void table(Block.Table table) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (Column column : table.columns()) {
      html.element("th", column.title(), "class", align(column));
    }
    html.close().close().open("tbody");
    table.rows().forEach(row -> row(table.columns(), row));
    html.close().close().closeLine();
  }

  void items(boolean ordered, List<String> texts) {
    html.open(ordered ? "ol" : "ul");
    texts.forEach(text -> html.element("li", text));
    html.closeLine();
  }

  private void row(List<Column> columns, List<String> cells) {
    html.open("tr");
    for (int i = 0; i < cells.size(); i++) {
      html.element("td", cells.get(i), "class", align(columns.get(i)));
    }
    html.closeLine();
  }

  private static String align(Column column) {
    if (column.title().isEmpty()) {
      return "bars";
    }
    return column.number() ? "number" : "text";
  }
}
