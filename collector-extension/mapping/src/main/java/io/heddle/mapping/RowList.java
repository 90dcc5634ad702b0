package io.heddle.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mapping table while it is written down. */
final class RowList {
  private final List<Row> rows = new ArrayList<>();

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Continues with rows of one source. */
  Of of(Source source) {
    return new Of(source, null);
  }

  /** Adds rows of one source. */
  final class Of {
    private final Source source;
    private final @Nullable String with;

    private Of(Source source, @Nullable String with) {
      this.source = source;
      this.with = with;
    }

    /** Rows that hold only where this key occurs. */
    Of with(String key) {
      return new Of(source, key);
    }

    /** Rows for one field; the earlier keys win. */
    Of row(Field field, String... keys) {
      return scaled(field, 1, keys);
    }

    /** Rows whose numbers are multiplied. */
    Of scaled(Field field, double scale, String... keys) {
      for (String key : keys) {
        rows.add(new Row(source, field, key, scale, with, rows.size()));
      }
      return this;
    }
  }
}
