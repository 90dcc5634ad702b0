package io.heddle.report.text;

import io.heddle.core.Analysis;
import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Delta;
import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Section;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Spread;
import io.heddle.core.trend.ChangePoint;
import io.heddle.report.document.Evidence;
import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every report but the statistics as comma-separated values, with the names that JSON uses. */
public final class Tables {
  private final Writer out;

  private Tables(Writer out, String titles) throws IOException {
    this.out = out;
    out.write(titles + "\r\n");
  }

  /**
   * One line a recommendation, then one a finding: its kind stands as the rule, what was seen as
   * the title, and what only a recommendation has is empty.
   */
  public static void advice(Analysis analysis, Writer out) throws IOException {
    Tables table =
        new Tables(
            out,
            "id,rule,category,severity,service,workflow,nodes,title,savingMs,savingPercent,"
                + "savingLowMs,savingHighMs,savingCost,currency,effort,risk");
    for (Recommendation recommendation : analysis.recommendations()) {
      table.recommendation(recommendation);
    }
    for (Finding finding : analysis.findings()) {
      table.finding(finding);
    }
  }

  /** One line a section, last first, as in JSON. */
  public static void paths(Iterable<CriticalPath> paths, Writer out) throws IOException {
    Tables table =
        new Tables(
            out,
            "traceId,workflow,runId,rootSpanId,spanId,service,node,kind,callee,startNs,endNs,"
                + "durationMs");
    for (CriticalPath path : paths) {
      for (Section section : path.sections()) {
        table.section(path, section);
      }
    }
  }

  /** One line a node and kind of a group. */
  public static void aggregates(List<AggregatePath> paths, Writer out) throws IOException {
    Tables table =
        new Tables(
            out,
            "service,workflow,group,runs,nodeService,node,within,kind,callee,meanMs,pathShare");
    for (AggregatePath path : paths) {
      for (AggregatePath.Share share : path.nodes()) {
        table.share(path, share);
      }
    }
  }

  /** The run, then each cause, of one workflow after the other. */
  public static void comparison(Comparison comparison, Writer out) throws IOException {
    Tables table =
        new Tables(
            out,
            "workflowService,workflow,baseRuns,currentRuns,service,node,kind,callee,deltaMs,"
                + "shiftMs,lowMs,highMs,significant");
    for (ComparedWorkflow workflow : comparison.workflows()) {
      table.delta(workflow, null, workflow.delta());
      for (ComparedWorkflow.CauseDelta cause : workflow.causes()) {
        table.delta(workflow, cause.cause(), cause.delta());
      }
    }
  }

  /** One line a change point. */
  public static void changePoints(List<ChangePoint> points, Writer out) throws IOException {
    Tables table = new Tables(out, "index,pValue,meanBefore,meanAfter,magnitude");
    for (ChangePoint point : points) {
      table.values(
          point.index(), point.pValue(), point.meanBefore(), point.meanAfter(), point.magnitude());
    }
  }

  /** The runs as they were, and as predicted. */
  public static void prediction(Prediction prediction, Writer out) throws IOException {
    Tables table =
        new Tables(out, "workflow,run,runs,replayed,meanMs,p50Ms,p95Ms,deltaMs,lowMs,highMs");
    table.spread(prediction, false);
    table.spread(prediction, true);
  }

  private void recommendation(Recommendation it) throws IOException {
    CsvRow row = new CsvRow();
    row.text(it.id());
    row.text(it.rule());
    row.text(it.category().label());
    row.text(it.severity().label());
    row.text(it.service());
    row.text(it.workflow());
    row.text(String.join("; ", it.nodes()));
    row.text(it.title());
    saving(row, it.saving());
    row.text(it.effort().label());
    row.text(it.risk().label());
    out.write(row.line());
  }

  private void finding(Finding it) throws IOException {
    CsvRow row = new CsvRow();
    row.text(null);
    row.text(it.kind());
    row.text("finding");
    row.text(null);
    row.text(it.service());
    row.text(it.workflow());
    row.text(String.join("; ", it.nodes()));
    row.text(String.join("; ", Evidence.lines(it.evidence())));
    saving(row, null);
    row.text(null);
    row.text(null);
    out.write(row.line());
  }

  private static void saving(CsvRow row, @Nullable Saving saving) {
    row.value(saving == null ? null : saving.meanMs());
    row.value(saving == null ? null : saving.percent());
    row.value(saving == null ? null : saving.intervalMs().low());
    row.value(saving == null ? null : saving.intervalMs().high());
    Saving.Money money = saving == null ? null : saving.money();
    row.value(money == null ? null : money.cost().amount().toPlainString());
    row.value(money == null ? null : money.cost().currency());
  }

  private void section(CriticalPath path, Section section) throws IOException {
    CsvRow row = new CsvRow();
    row.text(path.root().traceId());
    row.text(path.run().workflow().name());
    row.text(path.run().runId());
    row.text(HexFormat.of().toHexDigits(path.root().spanId()));
    row.text(HexFormat.of().toHexDigits(section.owner().spanId()));
    row.text(section.owner().service());
    row.text(section.owner().node());
    row.text(section.kind().label());
    row.text(section.callee());
    row.value(section.startNs());
    row.value(section.endNs());
    row.value(section.durationNs() / 1e6);
    out.write(row.line());
  }

  private void share(AggregatePath path, AggregatePath.Share share) throws IOException {
    CsvRow row = new CsvRow();
    row.text(path.service());
    row.text(path.workflow());
    row.text(path.group());
    row.value(path.runs());
    row.text(share.service());
    row.text(share.node());
    row.text(share.within());
    row.text(share.kind().label());
    row.text(share.callee());
    row.value(share.meanMs());
    row.value(share.pathShare());
    out.write(row.line());
  }

  private void delta(ComparedWorkflow workflow, @Nullable Cause cause, Delta delta)
      throws IOException {
    CsvRow row = new CsvRow();
    row.text(workflow.service());
    row.text(workflow.workflow());
    row.value(workflow.runs().base().compared());
    row.value(workflow.runs().current().compared());
    row.text(cause == null ? null : cause.service());
    row.text(cause == null ? null : cause.node());
    row.text(cause == null ? "run" : cause.kind().label());
    row.text(cause == null ? null : cause.callee());
    row.value(delta.meanMs());
    row.value(delta.shiftMs());
    row.value(delta.interval().low());
    row.value(delta.interval().high());
    row.value(delta.significant());
    out.write(row.line());
  }

  private void spread(Prediction prediction, boolean predicted) throws IOException {
    Spread spread = predicted ? prediction.predicted() : prediction.baseline();
    CsvRow row = new CsvRow();
    row.text(prediction.workflow());
    row.text(predicted ? "predicted" : "measured");
    row.value(prediction.runs());
    row.value(prediction.replayed());
    row.value(spread.meanMs());
    row.value(spread.p50Ms());
    row.value(spread.p95Ms());
    row.value(predicted ? prediction.meanMs() : null);
    row.value(predicted ? prediction.intervalMs().low() : null);
    row.value(predicted ? prediction.intervalMs().high() : null);
    out.write(row.line());
  }

  private void values(Object... values) throws IOException {
    CsvRow row = new CsvRow();
    for (Object value : values) {
      row.value(value);
    }
    out.write(row.line());
  }
}
