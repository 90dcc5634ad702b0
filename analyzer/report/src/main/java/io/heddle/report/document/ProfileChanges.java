package io.heddle.report.document;

import io.heddle.core.blueprint.BlueprintEdge;
import io.heddle.core.blueprint.ProfileChange;
import io.heddle.core.blueprint.StaticProfile;
import io.heddle.report.document.Block.Column;
import io.heddle.report.document.Block.Heading;
import io.heddle.report.document.Block.Items;
import io.heddle.report.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Two versions of a definition side by side. */
final class ProfileChanges {
  private ProfileChanges() {}

  static List<Block> of(ProfileChange change) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, "What changed"));
    blocks.add(totals(change.base(), change.current()));
    List<String> lines = new ArrayList<>();
    change.addedNodes().forEach(it -> lines.add("added: " + ProfileDocument.label(it)));
    change.removedNodes().forEach(it -> lines.add("removed: " + ProfileDocument.label(it)));
    change.changedNodes().forEach(it -> lines.add("changed: " + changed(it)));
    change.addedEdges().forEach(it -> lines.add("added: " + edge(it)));
    change.removedEdges().forEach(it -> lines.add("removed: " + edge(it)));
    blocks.add(
        lines.isEmpty() ? new Paragraph("Nodes and edges are the same.") : new Items(false, lines));
    return blocks;
  }

  private static Block.Table totals(StaticProfile base, StaticProfile current) {
    return new Block.Table(
        List.of(
            Column.text("version"),
            Column.number("score"),
            Column.text("grade"),
            Column.number("run"),
            Column.number("all nodes"),
            Column.number("peak memory")),
        List.of(row("base", base), row("current", current)));
  }

  private static List<String> row(String version, StaticProfile profile) {
    return List.of(
        version,
        Units.number(profile.score().value()),
        profile.score().grade().name(),
        Units.ms(profile.totals().criticalPathMs()),
        Units.ms(profile.totals().serialMs()),
        Units.bytes(profile.totals().peakMemoryBytes()));
  }

  private static String changed(ProfileChange.Pair pair) {
    return "%s, %s → %s, %s → %s"
        .formatted(
            ProfileDocument.label(pair.current()),
            pair.base().node().type(),
            pair.current().node().type(),
            Units.ms(pair.base().estimate().ms()),
            Units.ms(pair.current().estimate().ms()));
  }

  private static String edge(BlueprintEdge edge) {
    String outcome = edge.outcome().isEmpty() ? "" : " (" + edge.outcome() + ")";
    return edge.from() + " → " + edge.to() + outcome;
  }
}
