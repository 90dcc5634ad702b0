package io.heddle.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.Analysis;
import io.heddle.report.Format;
import io.heddle.report.Mailroom;
import io.heddle.report.Reports;
import io.heddle.report.document.Block;
import io.heddle.report.document.Block.Column;
import io.heddle.report.document.Block.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Table TABLE =
      new Table(
          List.of(Column.text("node"), Column.number("mean")),
          List.of(List.of("a|b", "1 ms"), List.of("classify", "12.5 ms")));

  @Test
  void terminal_alignsColumns() throws IOException {
    StringWriter out = new StringWriter();
    Terminal.write(List.of(TABLE), false, out);
    assertThat(out).hasToString("node         mean\na|b          1 ms\nclassify  12.5 ms\n\n");
  }

  @Test
  void markdown_escapesWhatWouldBreakATable() throws IOException {
    StringWriter out = new StringWriter();
    Markdown.write(List.of(TABLE), out);
    assertThat(out)
        .hasToString(
            "| node | mean |\n| --- | ---: |\n| a\\|b | 1 ms |\n| classify | 12.5 ms |\n\n");
  }

  @Test
  void markdown_fencesCodeThatHoldsAFence() throws IOException {
    StringWriter out = new StringWriter();
    Markdown.write(List.of(new Block.Code("```\nx\n```")), out);
    assertThat(out).hasToString("````\n```\nx\n```\n````\n\n");
  }

  @Test
  void terminal_isNotSteeredByNames() {
    assertThat(Mailroom.write(new Reports(Format.TEXT, false).analysis(Mailroom.hostile())))
        .doesNotContain("\u001b");
  }

  @Test
  void csv_quotesAndNeverRunsAName() {
    String csv = Mailroom.write(new Reports(Format.CSV, false).analysis(Mailroom.hostile()));
    assertThat(csv.lines().findFirst().orElseThrow().split(",")).hasSize(35);
    assertThat(csv).contains("\"<b>\"\"x\"\" & |`#`");
  }

  @Test
  void csvOfAdvice_hasALineARecommendationAndALineAFinding() {
    Analysis analysis = Mailroom.analysis();
    assertThat(analysis.findings()).isNotEmpty();

    List<String> lines =
        Mailroom.write(new Reports(Format.CSV, false).advice(analysis)).lines().toList();

    assertThat(lines)
        .hasSize(1 + analysis.recommendations().size() + analysis.findings().size())
        .filteredOn(line -> line.contains(",finding,"))
        .hasSameSizeAs(analysis.findings())
        .allMatch(line -> line.startsWith("," + analysis.findings().get(0).kind() + ","));
  }

  @Test
  void csv_hasOneLineANode() {
    String csv = Mailroom.write(new Reports(Format.CSV, false).analysis(Mailroom.analysis()));
    assertThat(csv.split("\r\n")).hasSize(5).allMatch(line -> line.split(",", -1).length == 35);
  }
}
