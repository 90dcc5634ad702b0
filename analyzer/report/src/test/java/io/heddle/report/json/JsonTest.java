package io.heddle.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.heddle.core.Analysis;
import io.heddle.core.RunSketch;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.report.Format;
import io.heddle.report.Mailroom;
import io.heddle.report.Report;
import io.heddle.report.Reports;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Reports JSON = new Reports(Format.JSON, false);

  @Test
  void path_isOneLineWithTheFieldsScriptsRelyOn() {
    CriticalPath path =
        CriticalPath.of(
                RunSketch.of("w").id("r").node("a", 0, 1).node("b", 3, 4).build(), Overlap.TOLERANT)
            .get(0);
    assertThat(Mailroom.write(JSON.paths(List.of(path))))
        .isEqualTo(
            """
            {"traceId":"00000000000000000000010000000072","service":"shop","workflow":"w",\
            "runId":"r","rootSpanId":"0000000000000001","primary":true,\
            "startNs":"1700000000000000000","endNs":"1700000000004000000","sections":[\
            {"spanId":"0000000000000003","service":"shop","node":"b",\
            "startNs":"1700000000003000000","endNs":"1700000000004000000","kind":"self",\
            "callee":null},\
            {"spanId":"0000000000000001","service":"shop","node":"w",\
            "startNs":"1700000000001000000","endNs":"1700000000003000000","kind":"engine",\
            "callee":null},\
            {"spanId":"0000000000000002","service":"shop","node":"a",\
            "startNs":"1700000000000000000","endNs":"1700000000001000000","kind":"self",\
            "callee":null}],"detached":[],"clipped":[],"flags":[]}
            """);
  }

  @Test
  void statistics_haveTheFieldsScriptsRelyOn() throws Exception {
    assertThat(fields(JSON.statistics(Mailroom.analysis().statistics()), "nodes"))
        .startsWith(
            "service",
            "node",
            "type",
            "executions",
            "errors",
            "attempts",
            "cold",
            "cacheHits",
            "durationMs",
            "varianceMs2",
            "selfMs",
            "waitMs",
            "firstTokenMs",
            "lastDurationsMs",
            "pathShare",
            "dragMs",
            "slackMs",
            "cpuMs",
            "allocBytes",
            "tokens",
            "cost");
    assertThat(fields(JSON.statistics(Mailroom.analysis().statistics()), "workflows"))
        .containsExactly(
            "service",
            "workflow",
            "version",
            "runs",
            "failedRuns",
            "unfinishedRuns",
            "durationMs",
            "tokens",
            "cost",
            "reportedCost",
            "unpriced",
            "nodes");
  }

  @Test
  void recommendations_haveTheFieldsScriptsRelyOn() throws Exception {
    assertThat(fields(JSON.advice(Mailroom.analysis()), "recommendations"))
        .containsExactly(
            "id",
            "rule",
            "category",
            "severity",
            "service",
            "workflow",
            "nodes",
            "title",
            "evidence",
            "saving",
            "effort",
            "risk",
            "steps",
            "example");
    assertThat(fields(JSON.advice(Mailroom.analysis()), "findings"))
        .containsExactly("kind", "service", "workflow", "nodes", "evidence");
  }

  @Test
  void aggregates_haveTheFieldsScriptsRelyOn() throws Exception {
    Analysis analysis = Mailroom.analysis();
    assertThat(fields(JSON.aggregates(analysis.workflows().get(0).paths()), "nodes"))
        .containsExactly("service", "node", "within", "kind", "callee", "meanMs", "pathShare");
  }

  @Test
  void analysis_isOneDocument() throws Exception {
    try (JsonParser parser =
        new JsonFactory().createParser(Mailroom.write(JSON.analysis(Mailroom.analysis())))) {
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void hostileNames_areReadBackAsTheyAre() throws Exception {
    try (JsonParser parser =
        new JsonFactory()
            .createParser(Mailroom.write(JSON.statistics(Mailroom.hostile().statistics())))) {
      List<String> texts = new ArrayList<>();
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          texts.add(parser.getText());
        }
      }
      assertThat(texts).contains(Mailroom.HOSTILE);
    }
  }

  /** The fields of the first object in the array of that name. */
  private static List<String> fields(Report report, String array) throws Exception {
    List<String> fields = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(Mailroom.write(report))) {
      while (!array.equals(parser.currentName()) || !parser.isExpectedStartArrayToken()) {
        parser.nextToken();
      }
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        fields.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return fields;
  }
}
