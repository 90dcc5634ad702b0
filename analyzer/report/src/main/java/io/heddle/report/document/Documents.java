package io.heddle.report.document;

import io.heddle.core.Analysis;
import io.heddle.core.Statistics;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.core.path.AggregatePath;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.mapping.Decision;
import io.heddle.report.document.Block.Heading;
import io.heddle.report.document.Block.Items;
import io.heddle.report.document.Block.Note;
import io.heddle.report.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** The documents that text and Markdown share. */
public final class Documents {
  private final List<Block> blocks = new ArrayList<>();

  /** The whole report. */
  public static List<Block> analysis(Analysis analysis) {
    Documents document = new Documents();
    document.orNothing(analysis.workflows());
    analysis.workflows().forEach(document::workflow);
    document.outcomes(analysis.trackRecord());
    document.unseen("Left out", Unseen.of(analysis.reading()));
    return document.blocks;
  }

  /** Node tables alone. */
  public static List<Block> statistics(Statistics statistics) {
    Documents document = new Documents();
    document.orNothing(statistics.workflows());
    document.figures(statistics.workflows());
    document.unseen("Left out", Unseen.of(statistics.reading()));
    return document.blocks;
  }

  /** Node tables, then what decided how the spans were understood. */
  public static List<Block> statistics(Statistics statistics, List<Decision> mapping) {
    List<Block> blocks = new ArrayList<>(statistics(statistics));
    blocks.addAll(MappingTable.of(mapping));
    return blocks;
  }

  /** Recommendations and findings of all workflows. */
  public static List<Block> advice(Analysis analysis) {
    Documents document = new Documents();
    document.orNothing(analysis.workflows());
    document.advice(1, analysis.recommendations(), analysis.findings());
    document.outcomes(analysis.trackRecord());
    return document.blocks;
  }

  /** Aggregate critical paths. */
  public static List<Block> aggregates(List<AggregatePath> paths) {
    Documents document = new Documents();
    for (AggregatePath path : paths) {
      document.blocks.add(new Heading(1, path.workflow()));
      document.path(path);
      Summary.leftOut(path).ifPresent(it -> document.blocks.add(new Note(it)));
    }
    return document.blocks;
  }

  private void figures(List<WorkflowStatistics> workflows) {
    if (workflows.stream().anyMatch(it -> it.group() != null)) {
      blocks.addAll(Grouped.of(workflows));
      return;
    }
    for (WorkflowStatistics workflow : workflows) {
      summary(workflow);
      blocks.add(NodeTable.of(workflow));
    }
  }

  private void orNothing(List<?> workflows) {
    if (workflows.isEmpty()) {
      blocks.add(new Paragraph("There is no run to analyse."));
    }
  }

  private void workflow(WorkflowAnalysis workflow) {
    summary(workflow.statistics());
    advice(2, workflow.advised().recommendations(), workflow.advised().findings());
    blocks.add(new Heading(2, "Where the time goes"));
    workflow.paths().forEach(this::path);
    blocks.add(new Heading(2, "Nodes"));
    blocks.add(NodeTable.of(workflow.statistics()));
    unseen("Not observed", Unseen.of(workflow));
  }

  private void summary(WorkflowStatistics statistics) {
    blocks.add(new Heading(1, statistics.workflow().name()));
    blocks.add(new Note(Summary.identity(statistics)));
    blocks.add(new Paragraph(Summary.duration(statistics)));
    Summary.unfinished(statistics).ifPresent(it -> blocks.add(new Paragraph(it)));
    Summary.consumption(statistics).ifPresent(it -> blocks.add(new Paragraph(it)));
  }

  private void advice(int level, List<Recommendation> recommendations, List<Finding> findings) {
    blocks.add(new Heading(level, "What to do"));
    blocks.addAll(new AdviceBlocks(level + 1).recommendations(recommendations).blocks());
    if (!findings.isEmpty()) {
      blocks.add(new Heading(level, "What changed"));
      blocks.addAll(new AdviceBlocks(level + 1).findings(findings).blocks());
    }
  }

  private void path(AggregatePath path) {
    blocks.add(new Paragraph(Summary.group(path)));
    blocks.add(PathTable.of(path));
    blocks.add(new Note(Summary.exemplars(path)));
  }

  private void outcomes(TrackRecord record) {
    if (!record.outcomes().isEmpty()) {
      blocks.addAll(Outcomes.of(record));
    }
  }

  private void unseen(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Heading(2, title));
      blocks.add(new Items(false, lines));
    }
  }
}
