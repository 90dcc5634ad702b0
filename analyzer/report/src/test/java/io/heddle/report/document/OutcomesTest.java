package io.heddle.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Saving;
import io.heddle.core.outcome.Applied;
import io.heddle.core.outcome.Confounder;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.Promise;
import io.heddle.core.outcome.Realised;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.core.replay.Interval;
import io.heddle.report.Format;
import io.heddle.report.Mailroom;
import io.heddle.report.Reports;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {
  private static final Confounder OTHER = new Confounder(Confounder.Kind.PATHS, "other ways");

  @Test
  void keptPromise_isSaidToBe() {
    assertThat(text(new TrackRecord(List.of(outcome("cache-1", 20)))))
        .contains("cache-1", "20.0 ms", "18.0 ms to 22.0 ms", "as said")
        .contains("fewer than 10 outcomes count");
  }

  @Test
  void outcomeThatDoesNotCount_saysWhy() {
    assertThat(text(new TrackRecord(List.of(outcome("cache-1", 5, OTHER)))))
        .contains("does not count: paths", "cache-1: other ways");
  }

  @Test
  void nothingYet_isSaid() {
    assertThat(text(TrackRecord.EMPTY)).contains("There is no outcome yet.");
  }

  @Test
  void manyOutcomes_showTheLast() {
    List<Outcome> many = IntStream.range(0, 30).mapToObj(i -> outcome("cache-" + i, 10)).toList();
    assertThat(text(new TrackRecord(many)))
        .contains("cache-29 ", "cache-10 ", "x 0.50", "10 earlier ones are not shown")
        .doesNotContain("cache-9 ");
  }

  @Test
  void csv_hasALineForEachWithAsManyCellsAsTitles() {
    TrackRecord record =
        new TrackRecord(List.of(outcome("cache-1", 20), outcome("cache-2", 5, OTHER)));
    List<String> lines =
        Mailroom.write(new Reports(Format.CSV, false).trackRecord(record)).lines().toList();
    int cells = lines.get(0).split(",", -1).length;
    assertThat(lines).hasSize(3).allSatisfy(it -> assertThat(it.split(",", -1)).hasSize(cells));
    assertThat(lines.get(2)).endsWith(",0.25,false,paths,,,,,,,");
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "MARKDOWN"})
  void hostileNames_areEscaped(Format format) {
    Outcome hostile =
        outcome(Mailroom.HOSTILE, 5, new Confounder(Confounder.Kind.NODES, Mailroom.HOSTILE));
    Analysis analysis =
        Analysis.of(List.of(), Options.DEFAULTS.with(new TrackRecord(List.of(hostile))));
    assertThat(Mailroom.write(new Reports(format, false).analysis(analysis)))
        .contains("What we said and what happened")
        .doesNotContain("<b>\"x\"", "\u001b");
  }

  private static String text(TrackRecord record) {
    return Mailroom.write(new Reports(Format.TEXT, false).trackRecord(record));
  }

  private static Outcome outcome(String id, double savedMs, Confounder... confounders) {
    return new Outcome(
        new Promise(
            new Matter(id, "cache", "mailroom", "answer", List.of("a")),
            "",
            new Saving(20, 10, new Interval(18, 22), null)),
        new Applied(null, null, 0, 50, 50),
        new Realised(savedMs, savedMs, new Interval(savedMs - 1, savedMs + 1), true),
        List.of(confounders));
  }
}
