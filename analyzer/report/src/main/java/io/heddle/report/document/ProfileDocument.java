package io.heddle.report.document;

import io.heddle.core.blueprint.BlueprintEdge;
import io.heddle.core.blueprint.EstimateError;
import io.heddle.core.blueprint.ProfileChange;
import io.heddle.core.blueprint.Score;
import io.heddle.core.blueprint.StaticProfile;
import io.heddle.report.document.Block.Column;
import io.heddle.report.document.Block.Heading;
import io.heddle.report.document.Block.Items;
import io.heddle.report.document.Block.Note;
import io.heddle.report.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A static profile for people. */
public final class ProfileDocument {
  private static final int MOST_GROUPS = 20;

  private final List<Block> blocks = new ArrayList<>();

  private ProfileDocument() {}

  /** The profile. */
  public static List<Block> of(StaticProfile profile) {
    ProfileDocument document = new ProfileDocument();
    document.head(profile);
    document.body(profile);
    return document.blocks;
  }

  /** The current profile, what changed in it first. */
  public static List<Block> of(ProfileChange change) {
    ProfileDocument document = new ProfileDocument();
    document.head(change.current());
    document.blocks.addAll(ProfileChanges.of(change));
    document.body(change.current());
    return document.blocks;
  }

  private void head(StaticProfile profile) {
    blocks.add(new Heading(1, profile.workflow()));
    blocks.add(
        new Note(
            "%s · %s nodes · %s edges"
                .formatted(
                    profile.format(),
                    Units.count(profile.nodes().size()),
                    Units.count(profile.edges().size()))));
    blocks.add(new Paragraph(score(profile.score())));
    blocks.add(new Paragraph(totals(profile.totals())));
    if (profile.error() != null) {
      blocks.add(new Paragraph(error(profile.error())));
    }
  }

  private void body(StaticProfile profile) {
    blocks.add(new Heading(2, "Nodes"));
    blocks.add(nodes(profile));
    list(
        "Waits that no data needs",
        profile.avoidable().stream().map(ProfileDocument::avoidable).toList());
    list(
        "What can run at once",
        profile.totals().parallelGroups().stream().map(it -> String.join(", ", it)).toList());
    list("Notes", profile.notes());
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Heading(2, title));
      blocks.add(new Items(false, lines.stream().limit(MOST_GROUPS).toList()));
      if (lines.size() > MOST_GROUPS) {
        blocks.add(new Note((lines.size() - MOST_GROUPS) + " more; the JSON has all of them"));
      }
    }
  }

  private static String score(Score score) {
    return "Score %s of 100, grade %s: %s for parallelism, less %s for memory and %s for one large node."
        .formatted(
            number(score.value()),
            score.grade(),
            number(score.parallelism()),
            number(score.memoryPenalty()),
            number(score.bottleneckPenalty()));
  }

  private static String number(double value) {
    return Units.number(Math.rint(value * 10) / 10);
  }

  private static String totals(StaticProfile.Totals totals) {
    String gpu =
        totals.peakGpuBytes() > 0 ? ", " + Units.bytes(totals.peakGpuBytes()) + " on the GPU" : "";
    return "A run would take %s, all nodes one after the other %s; the best parallel plan takes %s. Memory at the peak: %s%s."
        .formatted(
            Units.ms(totals.criticalPathMs()),
            Units.ms(totals.serialMs()),
            Units.ms(totals.bestMs()),
            Units.bytes(totals.peakMemoryBytes()),
            gpu);
  }

  private static String error(EstimateError error) {
    return "Half of %d measured runs were at most %s off the estimate; without any measurement it would be %s."
        .formatted(
            error.runs(),
            Units.percentOf100(error.medianPercent()),
            Units.percentOf100(error.unmeasuredMedianPercent()));
  }

  private static String avoidable(BlueprintEdge edge) {
    return edge.to() + " waits for " + edge.from() + ", of which it reads nothing";
  }

  private static Block.Table nodes(StaticProfile profile) {
    boolean gpu = profile.totals().peakGpuBytes() > 0;
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("node"),
                Column.text("type"),
                Column.number("complexity"),
                Column.number("time"),
                Column.number("executions"),
                Column.number("memory"),
                Column.number("in"),
                Column.number("out"),
                Column.text("parallel"),
                Column.text("source")));
    if (gpu) {
      columns.add(Column.number("GPU"));
    }
    return new Block.Table(columns, profile.nodes().stream().map(it -> row(it, gpu)).toList());
  }

  private static List<String> row(StaticProfile.Node node, boolean gpu) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                label(node),
                node.node().type(),
                Units.count((long) node.estimate().complexity()),
                Units.ms(node.estimate().ms()),
                Units.number(Math.rint(node.executions() * 100) / 100),
                bytes(node.estimate().memoryBytes()),
                Units.count((long) node.fanIn()),
                Units.count((long) node.fanOut()),
                node.parallelizable() ? "yes" : "",
                node.estimate().source().label()));
    if (gpu) {
      cells.add(bytes(node.estimate().gpuBytes()));
    }
    return cells;
  }

  private static String bytes(double bytes) {
    return Units.bytes(bytes > 0 ? (@Nullable Double) bytes : null);
  }

  /** The id, and the name where it says something else. */
  static String label(StaticProfile.Node node) {
    String id = node.node().id();
    return node.node().name().equals(id) ? id : node.node().name() + " (" + id + ")";
  }
}
