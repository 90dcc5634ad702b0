package io.heddle.report.html;

import io.heddle.core.blueprint.ProfileChange;
import io.heddle.core.blueprint.StaticProfile;
import io.heddle.report.document.Block;
import io.heddle.report.document.ProfileDocument;
import io.heddle.report.document.Units;
import io.heddle.report.layout.Sketch;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A static profile as one file, with its graph. */
public final class ProfilePage {
  private static final int MOST_DRAWN = 80;

  private final StaticProfile profile;
  private final Markup html = new Markup();

  private ProfilePage(StaticProfile profile) {
    this.profile = profile;
  }

  /** Writes the page, to be stored as UTF-8. */
  public static void write(StaticProfile profile, Writer out) throws IOException {
    write(profile, ProfileDocument.of(profile), out);
  }

  /** Writes the current profile, and what changed. */
  public static void write(ProfileChange change, Writer out) throws IOException {
    write(change.current(), ProfileDocument.of(change), out);
  }

  private static void write(StaticProfile profile, List<Block> blocks, Writer out)
      throws IOException {
    out.write("<!doctype html>\n");
    out.write(new ProfilePage(profile).page(blocks));
    out.write('\n');
  }

  private String page(List<Block> blocks) throws IOException {
    Frame.open(html, "Heddle · " + profile.workflow());
    html.open("header").element("strong", "Heddle").closeLine();
    html.open("section");
    Blocks writer = new Blocks(html);
    boolean drawn = false;
    for (Block block : blocks) {
      if (!drawn && block instanceof Block.Heading heading && heading.level() == 2) {
        graph();
        drawn = true;
      }
      writer.block(block);
    }
    return html.close().close().close().toString();
  }

  private void graph() {
    html.element("h2", "The graph, by share of all work");
    double most = profile.nodes().stream().mapToDouble(ProfilePage::work).max().orElse(0);
    List<GraphFigure.Vertex> vertices =
        profile.nodes().stream().limit(MOST_DRAWN).map(node -> vertex(node, most)).toList();
    List<Sketch.Edge> edges =
        profile.edges().stream()
            .map(edge -> new Sketch.Edge(edge.from(), edge.to(), edge.conditional()))
            .distinct()
            .toList();
    new GraphFigure(vertices, edges, html).write();
    if (profile.nodes().size() > MOST_DRAWN) {
      html.element("p", "The first %d nodes are drawn.".formatted(MOST_DRAWN));
    }
  }

  private static GraphFigure.Vertex vertex(StaticProfile.Node node, double most) {
    String time = Units.ms(node.estimate().ms());
    return new GraphFigure.Vertex(
        node.node().id(),
        node.node().name(),
        time,
        "%s (%s): %s, complexity %d"
            .formatted(node.node().id(), node.node().type(), time, node.estimate().complexity()),
        most == 0 ? 0 : work(node) / most,
        false);
  }

  private static double work(StaticProfile.Node node) {
    return node.estimate().ms() * node.executions();
  }
}
