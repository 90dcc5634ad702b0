package io.heddle.report.layout;

import java.util.List;

/** A graph in the plane, y downwards. */
public record Drawing(double width, double height, List<Box> boxes, List<Wire> wires) {
  public Drawing {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  /** A node; x and y of its upper left corner. */
  public record Box(String id, double x, double y, double width, double height) {}

  /** An edge, bending at every point but the first and the last. */
  public record Wire(String from, String to, boolean dashed, List<Point> points) {
    public Wire {
      points = List.copyOf(points);
    }
  }

  /** A place. */
  public record Point(double x, double y) {}
}
