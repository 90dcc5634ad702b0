package io.heddle.report.html;

import static io.heddle.report.html.Markup.number;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Section;
import io.heddle.core.path.SectionKind;
import io.heddle.report.document.Units;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run over time, with its critical path marked. */
final class GanttFigure {
  private static final double WIDTH = 1000;
  private static final double LABELS = 250;
  private static final double FIGURES = 70;
  private static final double LINE = 22;
  private static final double TOP = 22;
  private static final double INDENT = 12;
  private static final int LONGEST = 34;

  private final CriticalPath path;
  private final List<Row> rows;
  private final Map<Integer, Integer> lines = new HashMap<>();
  private final TimeAxis axis;
  private final Markup html;

  GanttFigure(CriticalPath path, Markup html) {
    this.path = path;
    this.html = html;
    rows = Row.of(path.run().executions());
    for (int i = 0; i < rows.size(); i++) {
      lines.put(rows.get(i).execution().index(), i);
    }
    axis = TimeAxis.of(rows, LABELS, WIDTH - FIGURES);
  }

  void write() {
    html.element("p", caption(), "class", "quiet");
    double height = TOP + rows.size() * LINE + 4;
    html.open(
        "svg",
        "class",
        "gantt",
        "role",
        "img",
        "aria-label",
        "a run over time",
        "viewBox",
        "0 0 " + number(WIDTH) + " " + number(height));
    for (long tick : axis.ticks()) {
      tick(tick, height);
    }
    rows.forEach(this::row);
    path.sections().forEach(this::section);
    html.closeLine();
    legend();
  }

  private String caption() {
    int all = path.run().executions().size();
    String left =
        rows.size() == all ? "" : ", the " + rows.size() + " longest of " + all + " spans";
    return "Run %s, trace %s: %s%s."
        .formatted(
            path.run().runId(),
            path.root().traceId(),
            Units.ms(path.root().durationNs() / 1e6),
            left);
  }

  private void tick(long ns, double height) {
    String x = number(axis.x(axis.fromNs() + ns));
    html.empty("line", "class", "tick", "x1", x, "x2", x, "y1", "16", "y2", number(height));
    html.element(
        "text", Units.ms(ns / 1e6), "class", "detail", "x", x, "y", "11", "text-anchor", "middle");
  }

  private void row(Row row) {
    Execution it = row.execution();
    double y = TOP + lines.getOrDefault(it.index(), 0) * LINE;
    html.open("g").element("title", title(it));
    html.element(
        "text",
        shortened(it.node(), row.depth()),
        "class",
        style("label", it),
        "x",
        number(4 + row.depth() * INDENT),
        "y",
        number(y + 15));
    bar(it.startNs(), it.endNs(), y, it.role() == Role.OPERATION ? 8 : 14, style("bar", it));
    html.element(
        "text",
        Units.ms(it.durationNs() / 1e6),
        "class",
        "detail",
        "x",
        number(WIDTH - 4),
        "y",
        number(y + 15),
        "text-anchor",
        "end");
    html.closeLine();
  }

  private void section(Section section) {
    int line = line(section.owner());
    boolean waits = section.kind() == SectionKind.QUEUE || section.kind() == SectionKind.BACKOFF;
    html.open("g")
        .element(
            "title",
            "critical path: "
                + section.kind().label()
                + " "
                + Units.ms(section.durationNs() / 1e6));
    bar(section.startNs(), section.endNs(), TOP + line * LINE, 6, waits ? "waits" : "path");
    html.closeLine();
  }

  private void bar(long fromNs, long toNs, double y, double height, String style) {
    double x = axis.x(fromNs);
    html.empty(
        "rect",
        "class",
        style,
        "x",
        number(x),
        "y",
        number(y + (LINE - height) / 2),
        "width",
        number(Math.max(1, axis.x(toNs) - x)),
        "height",
        number(height),
        "rx",
        "2");
  }

  /** The owner's line, or that of the nearest above it that is shown. */
  private int line(Execution owner) {
    Execution at = owner;
    while (at.parent() >= 0 && !lines.containsKey(at.index())) {
      at = path.run().executions().get(at.parent());
    }
    return lines.getOrDefault(at.index(), 0);
  }

  private void legend() {
    html.open("p", "class", "legend");
    html.element("span", "critical path", "class", "key path");
    html.element("span", "waiting to start", "class", "key waits");
    html.element("span", "node", "class", "key bar");
    html.element("span", "failed", "class", "key failed");
    html.closeLine();
  }

  private static String style(String base, Execution it) {
    String role = it.role() == Role.OPERATION ? base + " operation" : base;
    return it.error() == null ? role : role + " failed";
  }

  private static String title(Execution it) {
    String error = it.error();
    return it.service()
        + ": "
        + it.node()
        + " ("
        + it.type()
        + ")"
        + (it.attempt() > 1 ? ", attempt " + it.attempt() : "")
        + (error == null ? "" : ", failed: " + error);
  }

  private static String shortened(String name, int depth) {
    int longest = Math.max(8, LONGEST - 2 * depth);
    return name.length() <= longest ? name : name.substring(0, longest - 1) + "…";
  }
}
