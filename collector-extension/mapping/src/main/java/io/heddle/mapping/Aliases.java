package io.heddle.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Short names for what sources write under many keys, for grouping runs of any origin. */
public final class Aliases {
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "session", keys(Field.SESSION),
          "user", keys(Field.USER),
          "model", keys(Field.RESPONSE_MODEL, Field.REQUEST_MODEL),
          "prompt", keys(Field.PROMPT),
          "prompt_version", keys(Field.PROMPT_VERSION));

  /** The keys that a short name stands for, the first that is there counts; none for any other. */
  public static List<String> keys(String name) {
    return KEYS.getOrDefault(name, List.of());
  }

  private static List<String> keys(Field... fields) {
    return Stream.of(fields)
        .flatMap(field -> Rows.ALL.stream().filter(row -> row.field() == field))
        .filter(row -> row.reading().equals(Reading.PLAIN))
        .map(Row::key)
        .toList();
  }

  private Aliases() {}
}
