package io.heddle.report.layout;

import io.heddle.report.layout.Drawing.Box;
import io.heddle.report.layout.Drawing.Point;
import io.heddle.report.layout.Drawing.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Draws a graph from left to right in layers, with the Eclipse Layout Kernel. */
public final class LayeredLayout {
  private static final double MARGIN = 8;

  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<Sketch.Edge, ElkEdge> edges = new LinkedHashMap<>();

  private LayeredLayout(Sketch sketch) {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 28.0);
    sketch.nodes().forEach(this::add);
    sketch.edges().forEach(this::add);
  }

  /** The same drawing for the same graph, always. */
  public static Drawing of(Sketch sketch) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    LayeredLayout layout = new LayeredLayout(sketch);
    new RecursiveGraphLayoutEngine().layout(layout.graph, new BasicProgressMonitor());
    return layout.drawing();
  }

  private void add(Sketch.Node node) {
    ElkNode box = ElkGraphUtil.createNode(graph);
    box.setDimensions(node.width(), node.height());
    nodes.put(node.id(), box);
  }

  private void add(Sketch.Edge edge) {
    ElkNode from = nodes.get(edge.from());
    ElkNode to = nodes.get(edge.to());
    if (from != null && to != null && !edges.containsKey(edge)) {
      edges.put(edge, ElkGraphUtil.createSimpleEdge(from, to));
    }
  }

  private Drawing drawing() {
    List<Box> boxes = new ArrayList<>();
    nodes.forEach((id, box) ->
        boxes.add(new Box(id, box.getX(), box.getY(), box.getWidth(), box.getHeight())));
    List<Wire> wires = new ArrayList<>();
    edges.forEach(
        (edge, drawn) -> wires.add(new Wire(edge.from(), edge.to(), edge.dashed(), points(drawn))));
    return new Drawing(graph.getWidth(), graph.getHeight(), boxes, wires);
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return points;
  }
}
