package io.heddle.report.html;

import static io.heddle.report.html.Markup.number;

import io.heddle.report.layout.Drawing;
import io.heddle.report.layout.Drawing.Box;
import io.heddle.report.layout.Drawing.Point;
import io.heddle.report.layout.Drawing.Wire;
import io.heddle.report.layout.LayeredLayout;
import io.heddle.report.layout.Sketch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A graph as a drawing, nodes warmer where more is. */
final class GraphFigure {
  private static final double HEIGHT = 46;
  private static final double LETTER = 7.6;
  private static final int LONGEST = 30;

  private final Map<String, Vertex> vertices = new LinkedHashMap<>();
  private final List<Sketch.Edge> edges;
  private final Markup html;

  /**
   * What is drawn for a node.
   *
   * @param name what is written in its box
   * @param detail what is written below; null when nothing is known of the node
   * @param title what a pointer over it shows
   * @param heat 0 to 1
   */
  record Vertex(
      String id, String name, @Nullable String detail, String title, double heat, boolean alert) {}

  GraphFigure(List<Vertex> vertices, List<Sketch.Edge> edges, Markup html) {
    vertices.forEach(vertex -> this.vertices.put(vertex.id(), vertex));
    this.edges = edges;
    this.html = html;
  }

  void write() {
    List<Sketch.Node> boxes =
        vertices.values().stream()
            .map(vertex -> new Sketch.Node(vertex.id(), width(vertex), HEIGHT))
            .toList();
    Drawing drawing = LayeredLayout.of(new Sketch(boxes, edges));
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
    drawing.boxes().forEach(box -> box(box, Objects.requireNonNull(vertices.get(box.id()))));
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

  private void box(Box box, Vertex vertex) {
    html.open("g", "transform", "translate(" + at(new Point(box.x(), box.y())) + ")");
    html.element("title", vertex.title());
    html.empty(
        "rect",
        "class",
        vertex.detail() == null ? "box unseen" : "box",
        "width",
        number(box.width()),
        "height",
        number(box.height()),
        "rx",
        "8",
        "style",
        "--heat:" + number(vertex.heat() * 100) + "%");
    text(box, shortened(vertex.name()), vertex.detail() == null ? 28 : 20, "name");
    if (vertex.detail() != null) {
      text(box, vertex.detail(), 36, "detail");
    }
    if (vertex.alert()) {
      html.empty("circle", "class", "alert", "cx", number(box.width() - 2), "cy", "2", "r", "6");
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

  private static double width(Vertex vertex) {
    int detail = vertex.detail() == null ? 0 : vertex.detail().length();
    return Math.max(shortened(vertex.name()).length(), detail) * LETTER + 14;
  }

  private static String shortened(String id) {
    return id.length() <= LONGEST ? id : id.substring(0, LONGEST - 1) + "…";
  }
}
