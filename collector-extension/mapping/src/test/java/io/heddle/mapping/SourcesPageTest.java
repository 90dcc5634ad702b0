package io.heddle.mapping;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page about sources lists the table as it is; what is expected is what belongs there. */
final class SourcesPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "sources.md").toAbsolutePath();
  private static final String LIST = "## Every key\n";

  @Test
  void listOfKeys_isTheTable() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(page.substring(page.indexOf(LIST))).isEqualTo(list());
  }

  @Test
  void everySource_isDescribed() throws IOException {
    String page = Files.readString(PAGE);
    String described = page.substring(0, page.indexOf(LIST));

    assertThat(Source.values())
        .allSatisfy(source -> assertThat(described).contains("| " + source.label() + " |"));
  }

  private static String list() {
    StringBuilder list = new StringBuilder(LIST);
    for (Source source : Source.values()) {
      list.append("\n### ").append(source.label()).append("\n\n| field | keys |\n|---|---|\n");
      NamePatterns.ALL.stream()
          .filter(pattern -> pattern.source() == source)
          .forEach(pattern -> list.append(line(pattern)));
      fields(source).forEach((field, keys) -> list.append(line(field.label(), keys)));
    }
    return list.toString();
  }

  private static Map<Field, String> fields(Source source) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Row row : Rows.ALL) {
      if (row.source() == source) {
        fields.merge(row.field(), key(row), (earlier, later) -> earlier + ", " + later);
      }
    }
    return fields;
  }

  private static String key(Row row) {
    String key = "`" + row.key() + "`" + reading(row.reading());
    return row.with() == null ? key : key + " beside `" + row.with() + "`";
  }

  private static String reading(Reading reading) {
    if (reading instanceof Reading.Member member) {
      return " (" + member.names().stream().collect(joining(", ")) + ")";
    }
    if (reading instanceof Reading.Word word) {
      return " (" + word.words().stream().collect(joining(", ")) + ")";
    }
    if (reading instanceof Reading.Generated) {
      return " (without what Kubernetes puts behind)";
    }
    if (reading instanceof Reading.Stem) {
      return " (without the number behind)";
    }
    return reading instanceof Reading.Sum sum ? " (all with " + sum.word() + ")" : "";
  }

  private static String line(NamePatterns.Pattern pattern) {
    return line(
        "span name, " + pattern.role().name().toLowerCase(Locale.ROOT),
        "`" + pattern.prefix() + "...`");
  }

  private static String line(String field, String keys) {
    return "| " + field + " | " + keys + " |\n";
  }
}
