package io.heddle.report.document;

import java.util.List;

/** A piece of a document. All text is plain; whoever writes it escapes it. */
public sealed interface Block {

  /**
   * Opens a section.
   *
   * @param level from 1
   */
  record Heading(int level, String text) implements Block {}

  /** A few sentences. */
  record Paragraph(String text) implements Block {}

  /** A remark beside the matter. */
  record Note(String text) implements Block {}

  /**
   * Rows under titles.
   *
   * @param rows as many cells as columns, each
   */
  record Table(List<Column> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column of a table.
   *
   * @param number whether its cells are aligned at their end
   */
  record Column(String title, boolean number) {
    public static Column text(String title) {
      return new Column(title, false);
    }

    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /** A list. */
  record Items(boolean ordered, List<String> texts) implements Block {
    public Items {
      texts = List.copyOf(texts);
    }
  }

  /** Source code or configuration, line by line as it is. */
  record Code(String text) implements Block {}
}
