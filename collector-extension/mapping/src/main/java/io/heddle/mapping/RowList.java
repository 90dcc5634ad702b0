package io.heddle.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
      for (String key : keys) {
        add(field, key, Reading.PLAIN, field.isOfResource());
      }
      return this;
    }

    /** Rows that hold for all spans of a resource which carries the key. */
    Of resource(Field field, String... keys) {
      for (String key : keys) {
        add(field, key, Reading.PLAIN, true);
      }
      return this;
    }

    /** Rows whose numbers are multiplied. */
    Of scaled(Field field, double factor, String... keys) {
      for (String key : keys) {
        add(field, key, new Reading.Scaled(factor), false);
      }
      return this;
    }

    /** A row whose value is a member of the JSON object under the key. */
    Of member(Field field, String key, String... names) {
      return add(field, key, new Reading.Member(new LinkedHashSet<>(List.of(names))), false);
    }

    /** A row whose value is the sum of the members with this word in their names. */
    Of sum(Field field, String key, String word) {
      return add(field, key, new Reading.Sum(word), false);
    }

    /** Rows of seconds, or of milliseconds where the number is whole. */
    Of wholeMillis(Field field, String key) {
      return add(field, key, new Reading.Seconds(), false);
    }

    /** A row whose text is written as JSON. */
    Of quoted(Field field, String key) {
      return add(field, key, new Reading.Quoted(), false);
    }

    /** A row that holds where the value is one of these words. */
    Of word(Field field, String key, String... words) {
      return add(field, key, new Reading.Word(new LinkedHashSet<>(List.of(words))), false);
    }

    /** A row whose value is a name with the number of an instance behind it. */
    Of stem(Field field, String key) {
      return add(field, key, new Reading.Stem(), false);
    }

    /** A row whose value is a name with what Kubernetes puts behind the name of an instance. */
    Of generated(Field field, String key) {
      return add(field, key, new Reading.Generated(), false);
    }

    /** A row whose value is a moment. */
    Of moment(Field field, String key) {
      return add(field, key, new Reading.Moment(), false);
    }

    private Of add(Field field, String key, Reading reading, boolean ofResource) {
      rows.add(new Row(source, field, key, reading, ofResource, with, rows.size()));
      return this;
    }
  }
}
