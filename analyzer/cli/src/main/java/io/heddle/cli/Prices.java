package io.heddle.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.statistics.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What models cost, for commands that speak of money. */
final class Prices {
  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Prices of models per million tokens, JSON; without it costs stay unknown.")
  private @Nullable Path file;

  Analysis analyse(Inputs.Input input, Console console) {
    Options options = Options.DEFAULTS.with(input.reading()).with(table(console));
    return Analysis.of(input.runs(), options);
  }

  private PriceTable table(Console console) {
    if (file == null) {
      return PriceTable.NONE;
    }
    try {
      byte[] json = Files.readAllBytes(console.directory().resolve(file));
      return JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readValue(json, PriceTable.class);
    } catch (JacksonException e) {
      throw new UserError(
          "--prices %s: %s at line %d"
              .formatted(file, e.getOriginalMessage(), e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new UserError("--prices " + file + ": " + Reason.of(e));
    }
  }
}
