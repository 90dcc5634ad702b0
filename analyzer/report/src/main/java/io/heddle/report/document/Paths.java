package io.heddle.report.document;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Section;
import io.heddle.report.document.Block.Column;
import io.heddle.report.document.Block.Heading;
import io.heddle.report.document.Block.Note;
import io.heddle.report.document.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Critical paths one by one, in order of time. */
public final class Paths {
  public static List<Block> of(Iterable<CriticalPath> paths) {
    List<Block> blocks = new ArrayList<>();
    paths.forEach(path -> add(path, blocks));
    return blocks;
  }

  private static void add(CriticalPath path, List<Block> blocks) {
    String length = Units.ms(path.root().durationNs() / 1e6);
    blocks.add(new Heading(1, path.root().node() + " · " + length));
    blocks.add(new Note("run " + path.run().runId() + " · trace " + path.root().traceId()));
    blocks.add(sections(path));
    if (!path.flags().isEmpty()) {
      blocks.add(new Note("flags: " + String.join(", ", path.flags())));
    }
  }

  private static Table sections(CriticalPath path) {
    List<Section> sections = path.sections();
    int last = sections.size() - 1;
    return new Table(
        List.of(
            Column.number("at"),
            Column.number("for"),
            Column.text("kind"),
            Column.text("service"),
            Column.text("node")),
        IntStream.rangeClosed(0, last).mapToObj(i -> row(path, sections.get(last - i))).toList());
  }

  private static List<String> row(CriticalPath path, Section section) {
    String callee = section.callee() == null ? "" : " → " + section.callee();
    return List.of(
        Units.ms((section.startNs() - path.root().startNs()) / 1e6),
        Units.ms(section.durationNs() / 1e6),
        section.kind().label() + callee,
        section.owner().service(),
        section.owner().node());
  }

  private Paths() {}
}
