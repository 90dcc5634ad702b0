package io.heddle.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heddle.core.statistics.PriceTable;
import io.heddle.core.statistics.PriceTable.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price table as JSON. */
final class PriceFile {
  private static final String SHIPPED = "prices.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String name;

  /**
   * @param name what errors call the file
   */
  PriceFile(String name) {
    this.name = name;
  }

  /** List prices of well-known models, true on the table's date. */
  static PriceTable shipped() {
    try (InputStream in = PriceFile.class.getResourceAsStream(SHIPPED)) {
      return new PriceFile(SHIPPED).table(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the table; an error names the line or the field. */
  PriceTable table(byte[] json) throws IOException {
    try {
      return table(MAPPER.readTree(json));
    } catch (JacksonException e) {
      throw new UserError(
          "%s: %s at line %d".formatted(name, e.getOriginalMessage(), e.getLocation().getLineNr()));
    }
  }

  private PriceTable table(JsonNode root) {
    JsonNode list = root.path("models");
    if (!list.isArray()) {
      throw wrong("models", "must be a list");
    }
    List<Price> models = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      models.add(price(list.get(i), "models[" + i + "]."));
    }
    return new PriceTable(text(root, "", "currency"), date(root), models);
  }

  private Price price(JsonNode model, String at) {
    return new Price(
        model.hasNonNull("provider") ? text(model, at, "provider") : null,
        text(model, at, "model"),
        required(model, at, "input"),
        required(model, at, "output"),
        amount(model, at, "cacheRead"),
        amount(model, at, "cacheWrite"));
  }

  /** A price that is not known must be said to be: a forgotten one is an error. */
  private @Nullable BigDecimal required(JsonNode model, String at, String field) {
    if (!model.has(field)) {
      throw wrong(at + field, "is missing; null says that the price is not known");
    }
    return amount(model, at, field);
  }

  private @Nullable BigDecimal amount(JsonNode model, String at, String field) {
    if (!model.hasNonNull(field)) {
      return null;
    }
    JsonNode value = model.get(field);
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw wrong(at + field, "must be a number from 0, is " + value);
    }
    return value.decimalValue();
  }

  private String text(JsonNode node, String at, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw wrong(at + field, value.isMissingNode() ? "is missing" : "must be a text, is " + value);
    }
    return value.textValue();
  }

  private String date(JsonNode root) {
    String date = text(root, "", "date");
    try {
      return LocalDate.parse(date).toString();
    } catch (DateTimeParseException notADay) {
      throw wrong("date", "must be a day such as 2025-08-01, is " + date);
    }
  }

  private UserError wrong(String field, String what) {
    return new UserError(name + ": " + field + " " + what);
  }
}
