package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the value of an attribute as a row says: null when it is nothing of the kind. */
final class Values {
  /** What sources write when they do not know a name. */
  private static final String UNKNOWN = "unknown";

  /** A number, or the first digits of a random one. */
  private static final Pattern INSTANCE = Pattern.compile("-(\\d+|[0-9a-f]{3})$");

  /** Drawn from letters and digits that make no words, or the seconds since the epoch. */
  private static final Pattern GENERATED =
      Pattern.compile("(.+)-(?:[bcdfghjklmnpqrstvwxz2456789]{5}|\\d{10})");

  private final AttributeCursor attributes;
  private final Types types = new Types();
  private final JsonObjects objects = new JsonObjects();
  private final ListTexts listTexts = new ListTexts();

  Values(AttributeCursor attributes) {
    this.attributes = attributes;
  }

  /** Whether there is a value; it is only read where its form does not tell. */
  boolean isThere(Row row, long startNs) {
    if (!row.isPlain()) {
      return of(row, startNs) != null;
    }
    return switch (row.field().form()) {
      case TEXT, LIST, TYPE -> true;
      case NUMBER -> attributes.isNumber();
      case NAME -> name(attributes.text()) != null;
      case DECIMAL -> decimal(attributes.text()) != null;
    };
  }

  @Nullable Object of(Row row, long startNs) {
    Reading reading = row.reading();
    if (reading instanceof Reading.Scaled scaled) {
      return scaled(row, scaled.factor());
    }
    if (reading instanceof Reading.Member member) {
      return member(row, member);
    }
    if (reading instanceof Reading.Quoted) {
      return quoted(row);
    }
    if (reading instanceof Reading.Seconds) {
      return product(attributes.text().indexOf('.') < 0 ? 1e6 : 1e9);
    }
    if (reading instanceof Reading.Word word) {
      return word.words().contains(attributes.text()) ? attributes.text() : null;
    }
    if (reading instanceof Reading.Stem) {
      return INSTANCE.matcher(attributes.text()).replaceFirst("");
    }
    if (reading instanceof Reading.Generated) {
      Matcher generated = GENERATED.matcher(attributes.text());
      return generated.matches() ? generated.group(1) : null;
    }
    return reading instanceof Reading.Sum sum ? sum(sum.word()) : sinceStart(startNs);
  }

  private @Nullable Object scaled(Row row, double factor) {
    return switch (row.field().form()) {
      case TEXT -> attributes.text();
      case NAME -> name(attributes.text());
      case NUMBER -> factor == 1 ? attributes.number() : product(factor);
      case DECIMAL -> decimal(attributes.text());
      case LIST -> list(attributes.list());
      case TYPE -> types.of(row.key(), attributes.text());
    };
  }

  private List<String> list(List<String> elements) {
    return elements.size() == 1
        ? listTexts.elements(elements.get(0))
        : elements.stream().sorted().toList();
  }

  private @Nullable Object member(Row row, Reading.Member member) {
    Map<String, String> members = objects.members(attributes.text());
    for (String name : member.names()) {
      String text = members.get(name);
      if (text != null) {
        return typed(row.field(), text);
      }
    }
    return null;
  }

  private @Nullable Object quoted(Row row) {
    String text = attributes.text();
    boolean inMarks = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String bare = inMarks ? text.substring(1, text.length() - 1) : text;
    return row.field().form() == Field.Form.TYPE ? types.of(row.key(), bare) : name(bare);
  }

  private static @Nullable Object typed(Field field, String text) {
    return switch (field.form()) {
      case NUMBER -> whole(decimal(text));
      case DECIMAL -> decimal(text);
      case LIST -> List.of(text);
      case TEXT, NAME, TYPE -> text;
    };
  }

  private @Nullable Long sum(String word) {
    Long sum = null;
    for (Map.Entry<String, String> member : objects.members(attributes.text()).entrySet()) {
      Long number = member.getKey().contains(word) ? whole(decimal(member.getValue())) : null;
      sum = number == null ? sum : Long.valueOf(number + (sum == null ? 0 : sum));
    }
    return sum;
  }

  private @Nullable Long sinceStart(long startNs) {
    try {
      Instant moment = Instant.parse(attributes.text().replace("\"", ""));
      long ns = moment.getEpochSecond() * 1_000_000_000 + moment.getNano() - startNs;
      return ns < 0 ? null : ns;
    } catch (DateTimeException noMoment) {
      return null;
    }
  }

  private @Nullable Long product(double factor) {
    Double number = decimal(attributes.text());
    return number == null ? null : Math.round(number * factor);
  }

  private static @Nullable String name(String text) {
    return text.isEmpty() || text.equals(UNKNOWN) ? null : text;
  }

  private static @Nullable Long whole(@Nullable Double number) {
    return number == null ? null : Long.valueOf(Math.round(number));
  }

  private static @Nullable Double decimal(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException notNumber) {
      return null;
    }
  }
}
