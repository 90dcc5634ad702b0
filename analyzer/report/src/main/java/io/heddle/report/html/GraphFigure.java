package io.heddle.report.html;

import static io.heddle.report.html.Markup.number;

import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.report.document.Units;
import io.heddle.report.layout.Drawing;
import io.heddle.report.layout.Drawing.Box;
import io.heddle.report.layout.Drawing.Point;
import io.heddle.report.layout.Drawing.Wire;
import io.heddle.report.layout.LayeredLayout;
import io.heddle.report.layout.Sketch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The graph, warmer where more of the critical path is. */
final class GraphFigure {
  private static final double HEIGHT = 46;
  private static final double LETTER = 7.6;
  private static final int LONGEST = 30;

  private final NodeGraph graph;
  private final Map<String, NodeStatistics> statistics = new HashMap<>();
  private final double hottest;
  private final Markup html;

  GraphFigure(WorkflowAnalysis workflow, Markup html) {
    graph = NodeGraph.of(workflow);
    workflow.statistics().nodes().forEach(it -> statistics.putIfAbsent(it.key().node(), it));
    hottest =
        workflow.statistics().nodes().stream()
            .mapToDouble(NodeStatistics::pathShare)
            .max()
            .orElse(0);
    this.html = html;
  }

  void write() {
    List<Sketch.Node> boxes =
        graph.nodes().stream().map(id -> new Sketch.Node(id, width(id), HEIGHT)).toList();
    Drawing drawing = LayeredLayout.of(new Sketch(boxes, graph.edges()));
    html.open("div", "class", "scroll");
    html.open(
        "svg",
        "class",
        "graph",
        "role",
        "img",
        "aria-label",
        "graph of the workflow",
        "width",
        number(drawing.width()),
        "height",
        number(drawing.height()),
        "viewBox",
        "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
    drawing.wires().forEach(this::wire);
    drawing.boxes().forEach(this::box);
    html.close().closeLine();
  }

  private void wire(Wire wire) {
    List<Point> points = wire.points();
    html.empty("path", "class", wire.dashed() ? "wire dashed" : "wire", "d", curve(points));
    Point end = points.get(points.size() - 1);
    Point before = points.get(points.size() - 2);
    double angle = Math.toDegrees(Math.atan2(end.y() - before.y(), end.x() - before.x()));
    html.empty(
        "path",
        "class",
        "head",
        "d",
        "M0 0L-7 -3.5L-7 3.5z",
        "transform",
        "translate(" + at(end) + ") rotate(" + number(angle) + ")");
  }

  /** Splines come as Bézier segments: three points each after the first. */
  private static String curve(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + at(points.get(0)));
    int i = 1;
    for (; i + 2 < points.size(); i += 3) {
      path.append('C').append(at(points.get(i))).append(' ').append(at(points.get(i + 1)));
      path.append(' ').append(at(points.get(i + 2)));
    }
    for (; i < points.size(); i++) {
      path.append('L').append(at(points.get(i)));
    }
    return path.toString();
  }

  private static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  private void box(Box box) {
    NodeStatistics node = statistics.get(box.id());
    html.open("g", "transform", "translate(" + at(new Point(box.x(), box.y())) + ")");
    html.element("title", title(box.id(), node));
    html.empty(
        "rect",
        "class",
        node == null ? "box unseen" : "box",
        "width",
        number(box.width()),
        "height",
        number(box.height()),
        "rx",
        "8",
        "style",
        "--heat:" + number(heat(node) * 100) + "%");
    text(box, shortened(box.id()), node == null ? 28 : 20, "name");
    if (node != null) {
      text(box, detail(node), 36, "detail");
      alert(box, node);
    }
    html.closeLine();
  }

  private void text(Box box, String text, double y, String style) {
    html.element(
        "text",
        text,
        "class",
        style,
        "x",
        number(box.width() / 2),
        "y",
        number(y),
        "text-anchor",
        "middle");
  }

  private void alert(Box box, NodeStatistics node) {
    if (node.counts().errors() > 0) {
      html.empty("circle", "class", "alert", "cx", number(box.width() - 2), "cy", "2", "r", "6");
    }
  }

  private double heat(@Nullable NodeStatistics node) {
    return node == null || hottest == 0 ? 0 : node.pathShare() / hottest;
  }

  private double width(String id) {
    NodeStatistics node = statistics.get(id);
    int letters = Math.max(shortened(id).length(), node == null ? 0 : detail(node).length());
    return letters * LETTER + 14;
  }

  private static String detail(NodeStatistics node) {
    return Units.ms(node.durationMs().mean()) + " · " + Units.percent(node.pathShare());
  }

  private static String title(String id, @Nullable NodeStatistics node) {
    return node == null
        ? id + ": not seen in any run"
        : "%s (%s): %s executions, %s errors"
            .formatted(
                id,
                node.type(),
                Units.count(node.counts().executions()),
                Units.count(node.counts().errors()));
  }

  private static String shortened(String id) {
    return id.length() <= LONGEST ? id : id.substring(0, LONGEST - 1) + "…";
  }
}
