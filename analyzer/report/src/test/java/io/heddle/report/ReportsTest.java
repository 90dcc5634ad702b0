package io.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.Statistics;
import io.heddle.core.statistics.GroupBy;
import io.heddle.mapping.Decision;
import io.heddle.mapping.Field;
import io.heddle.mapping.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {
  @ParameterizedTest
  @EnumSource
  void sameAnalysis_givesTheSameBytes(Format format) {
    assertThat(analysis(format)).isNotEmpty().isEqualTo(analysis(format));
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN", "HTML"})
  void report_namesEverythingThatMatters(Format format) {
    assertThat(analysis(format))
        .contains("answer-mail", "mailroom", "classify", "customer")
        .contains("Run order and customer in parallel", "20.0 ms")
        .contains("outside effects: not observed")
        .contains("Left out", "3 spans lie outside every workflow");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN", "HTML"})
  void nothingToAnalyse_isSaid(Format format) {
    Analysis nothing = Analysis.of(List.of(), Options.DEFAULTS);
    assertThat(Mailroom.write(new Reports(format, false).analysis(nothing)))
        .contains("There is no run to analyse.");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN", "HTML"})
  void runsWithoutAnEnd_areSaid(Format format) {
    Analysis analysis = Analysis.of(Mailroom.withoutEnd(), Options.DEFAULTS);
    assertThat(Mailroom.write(new Reports(format, false).analysis(analysis)))
        .contains("2 runs", "1 without an end", "Nobody saw the end of 1 run,");
    Analysis none = Analysis.of(Mailroom.withoutEnd().subList(1, 2), Options.DEFAULTS);
    assertThat(Mailroom.write(new Reports(format, false).analysis(none)))
        .contains("Nobody saw a run end,");
    assertThat(analysis(format)).doesNotContain("without an end", "Nobody saw");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN", "HTML"})
  void groupsOfRunsWithoutAnEnd_haveAColumnOfThem(Format format) {
    Statistics statistics =
        Statistics.of(Mailroom.withoutEnd(), GroupBy.attribute("session"), Options.DEFAULTS);
    assertThat(Mailroom.write(new Reports(format, false).statistics(statistics)))
        .contains("1 without an end")
        .containsPattern("failed[^·]*without an end");
  }

  @Test
  void text_hasColoursOnlyWhenAsked() {
    assertThat(analysis(Format.TEXT)).doesNotContain("\u001b");
    assertThat(Mailroom.write(new Reports(Format.TEXT, true).analysis(Mailroom.analysis())))
        .contains("\u001b[1m");
  }

  @Test
  void unknownFormat_isAnErrorThatNamesTheKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Format.of("pdf"))
        .withMessage("unknown format 'pdf'; known are text, markdown, html, json, csv");
  }

  @Test
  void formWithoutMeaning_isAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Reports(Format.CSV, false).statistics(Mailroom.analysis().statistics(), List.of()))
        .withMessage("there is no csv form of the mapping");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN", "JSON"})
  void mapping_namesTheKeyAndHowOftenItDecided(Format format) {
    Decision decision = new Decision("mailroom", Field.PROVIDER, Source.GEN_AI, "system", 1_234);
    assertThat(
            Mailroom.write(
                new Reports(format, false)
                    .statistics(Mailroom.analysis().statistics(), List.of(decision))))
        .contains("mailroom", "provider", "system")
        .containsPattern("gen.{1,2}ai")
        .containsPattern("1,?234");
  }

  private static String analysis(Format format) {
    return Mailroom.write(new Reports(format, false).analysis(Mailroom.analysis()));
  }
}
