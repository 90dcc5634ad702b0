package io.heddle.core;

import io.heddle.core.comparison.Thresholds;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.core.path.Overlap;
import io.heddle.core.statistics.PriceTable;
import java.util.List;

/**
 * How to analyse, and what reading the input left over.
 *
 * @param thresholds when a fact is worth a word, and how sure it has to be
 * @param prices {@link PriceTable#NONE} leaves every cost unknown
 * @param reading what the reader could not use; it is part of the report
 * @param trackRecord what became of earlier advice, by which estimates are corrected; it is part of
 *     the report
 */
public record Options(
    Overlap overlap,
    Thresholds thresholds,
    PriceTable prices,
    Reading reading,
    TrackRecord trackRecord) {
  public static final Options DEFAULTS =
      new Options(
          Overlap.TOLERANT,
          Thresholds.DEFAULTS,
          PriceTable.NONE,
          Reading.COMPLETE,
          TrackRecord.EMPTY);

  public Options with(Overlap newOverlap) {
    return new Options(newOverlap, thresholds, prices, reading, trackRecord);
  }

  public Options with(Thresholds newThresholds) {
    return new Options(overlap, newThresholds, prices, reading, trackRecord);
  }

  public Options with(PriceTable newPrices) {
    return new Options(overlap, thresholds, newPrices, reading, trackRecord);
  }

  public Options with(Reading newReading) {
    return new Options(overlap, thresholds, prices, newReading, trackRecord);
  }

  public Options with(TrackRecord newTrackRecord) {
    return new Options(overlap, thresholds, prices, reading, newTrackRecord);
  }

  /**
   * What could not be read or understood.
   *
   * @param unmapped spans that belong to no workflow
   * @param problems one line each: the file, the byte offset or line, and what is wrong there
   */
  public record Reading(long unmapped, List<String> problems) {
    public static final Reading COMPLETE = new Reading(0, List.of());

    public Reading {
      problems = List.copyOf(problems);
    }
  }
}
