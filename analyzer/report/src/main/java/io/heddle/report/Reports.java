package io.heddle.report;

import io.heddle.core.Analysis;
import io.heddle.core.Statistics;
import io.heddle.core.blueprint.ProfileChange;
import io.heddle.core.blueprint.StaticProfile;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.replay.Caveat;
import io.heddle.core.replay.Prediction;
import io.heddle.core.trend.ChangePoint;
import io.heddle.mapping.Decision;
import io.heddle.report.document.Block;
import io.heddle.report.document.ChangePointTable;
import io.heddle.report.document.Comparisons;
import io.heddle.report.document.Documents;
import io.heddle.report.document.Outcomes;
import io.heddle.report.document.Paths;
import io.heddle.report.document.Predictions;
import io.heddle.report.document.ProfileDocument;
import io.heddle.report.html.DocumentPage;
import io.heddle.report.html.HtmlPage;
import io.heddle.report.html.ProfilePage;
import io.heddle.report.json.AdviceJson;
import io.heddle.report.json.AnalysisJson;
import io.heddle.report.json.ChangePointJson;
import io.heddle.report.json.ComparisonJson;
import io.heddle.report.json.OutcomeJson;
import io.heddle.report.json.PathJson;
import io.heddle.report.json.PredictionJson;
import io.heddle.report.json.ProfileJson;
import io.heddle.report.json.StatisticsJson;
import io.heddle.report.text.Csv;
import io.heddle.report.text.Markdown;
import io.heddle.report.text.OutcomeCsv;
import io.heddle.report.text.ProfileCsv;
import io.heddle.report.text.Tables;
import io.heddle.report.text.Terminal;
import java.util.List;
import java.util.function.Supplier;

/** Every report in every format it exists in. Immutable. */
public final class Reports {
  private final Format format;
  private final boolean colour;

  /**
   * Chooses how to write.
   *
   * @param colour whether text may carry terminal colours; other formats take no notice
   */
  public Reports(Format format, boolean colour) {
    this.format = format;
    this.colour = colour;
  }

  /** The whole report; as CSV, its node table. */
  public Report analysis(Analysis analysis) {
    return switch (format) {
      case JSON -> out -> AnalysisJson.write(analysis, out);
      case CSV -> out -> Csv.write(analysis.statistics(), out);
      case HTML -> out -> HtmlPage.write(analysis, out);
      case TEXT, MARKDOWN -> document("report", () -> Documents.analysis(analysis));
    };
  }

  /** Node statistics alone. */
  public Report statistics(Statistics statistics) {
    return switch (format) {
      case JSON -> out -> StatisticsJson.write(statistics, out);
      case CSV -> out -> Csv.write(statistics, out);
      case TEXT, MARKDOWN, HTML -> document("statistics", () -> Documents.statistics(statistics));
    };
  }

  /** Node statistics, and which attributes decided how the spans were understood. */
  public Report statistics(Statistics statistics, List<Decision> mapping) {
    return switch (format) {
      case JSON -> out -> StatisticsJson.write(statistics, mapping, out);
      case CSV -> throw noSuch("the mapping");
      case TEXT, MARKDOWN, HTML ->
          document("statistics", () -> Documents.statistics(statistics, mapping));
    };
  }

  /** Recommendations and findings alone. */
  public Report advice(Analysis analysis) {
    return switch (format) {
      case JSON -> out -> AdviceJson.write(analysis, out);
      case CSV -> out -> Tables.advice(analysis, out);
      case TEXT, MARKDOWN, HTML -> document("recommendations", () -> Documents.advice(analysis));
    };
  }

  /** Critical paths one by one; as JSON, one line each. */
  public Report paths(Iterable<CriticalPath> paths) {
    return switch (format) {
      case JSON -> out -> PathJson.write(paths, out);
      case CSV -> out -> Tables.paths(paths, out);
      case TEXT, MARKDOWN, HTML -> document("critical paths", () -> Paths.of(paths));
    };
  }

  /** Critical paths added up; as JSON, one line each. */
  public Report aggregates(List<AggregatePath> paths) {
    return switch (format) {
      case JSON -> out -> PathJson.writeAggregates(paths, out);
      case CSV -> out -> Tables.aggregates(paths, out);
      case TEXT, MARKDOWN, HTML -> document("critical paths", () -> Documents.aggregates(paths));
    };
  }

  /** What changed between two groups of runs. */
  public Report comparison(Comparison comparison) {
    return switch (format) {
      case JSON -> out -> ComparisonJson.write(comparison, out);
      case CSV -> out -> Tables.comparison(comparison, out);
      case TEXT, MARKDOWN, HTML -> document("comparison", () -> Comparisons.of(comparison));
    };
  }

  /** Where the level of a series changes. */
  public Report changePoints(List<ChangePoint> points) {
    return switch (format) {
      case JSON -> out -> ChangePointJson.write(points, out);
      case CSV -> out -> Tables.changePoints(points, out);
      case TEXT, MARKDOWN, HTML -> document("change points", () -> ChangePointTable.of(points));
    };
  }

  /** The answer to a what-if question. */
  public Report prediction(Prediction prediction, List<Caveat> caveats) {
    return switch (format) {
      case JSON -> out -> PredictionJson.write(prediction, caveats, out);
      case CSV -> out -> Tables.prediction(prediction, out);
      case TEXT, MARKDOWN, HTML -> document("what if", () -> Predictions.of(prediction, caveats));
    };
  }

  /** What a definition tells about runs to come; as CSV, its node table. */
  public Report profile(StaticProfile profile) {
    return switch (format) {
      case JSON -> out -> ProfileJson.write(profile, out);
      case CSV -> out -> ProfileCsv.write(profile, out);
      case HTML -> out -> ProfilePage.write(profile, out);
      case TEXT, MARKDOWN -> document("profile", () -> ProfileDocument.of(profile));
    };
  }

  /** The same, and what changed since another version; as CSV, the node table alone. */
  public Report profile(ProfileChange change) {
    return switch (format) {
      case JSON -> out -> ProfileJson.write(change, out);
      case CSV -> out -> ProfileCsv.write(change.current(), out);
      case HTML -> out -> ProfilePage.write(change, out);
      case TEXT, MARKDOWN -> document("profile", () -> ProfileDocument.of(change));
    };
  }

  /** What came of one recommendation. */
  public Report outcome(Outcome outcome) {
    return switch (format) {
      case JSON -> out -> OutcomeJson.writeLine(outcome, out);
      case CSV -> out -> OutcomeCsv.write(List.of(outcome), out);
      case TEXT, MARKDOWN, HTML -> document(Outcomes.TITLE, () -> Outcomes.of(outcome));
    };
  }

  /** What recommendations said and what happened. */
  public Report trackRecord(TrackRecord record) {
    return switch (format) {
      case JSON -> out -> OutcomeJson.write(record, out);
      case CSV -> out -> OutcomeCsv.write(record.outcomes(), out);
      case TEXT, MARKDOWN, HTML -> document(Outcomes.TITLE, () -> Outcomes.of(record));
    };
  }

  private Report document(String title, Supplier<List<Block>> blocks) {
    return switch (format) {
      case HTML -> out -> DocumentPage.write(title, blocks.get(), out);
      case MARKDOWN -> out -> Markdown.write(blocks.get(), out);
      default -> out -> Terminal.write(blocks.get(), colour, out);
    };
  }

  private NoSuchForm noSuch(String what) {
    return new NoSuchForm(format, what);
  }
}
