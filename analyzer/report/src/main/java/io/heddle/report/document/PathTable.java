package io.heddle.report.document;

import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.AggregatePath.Share;
import io.heddle.report.document.Block.Column;
import java.util.ArrayList;
import java.util.List;

/** Where the time of a group of runs went, as a table with bars. */
public final class PathTable {
  private static final int ROWS = 12;
  private static final int BAR = 24;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  public static Block.Table of(AggregatePath path) {
    List<List<String>> rows = new ArrayList<>();
    path.nodes().stream().limit(ROWS).forEach(share -> rows.add(row(share, path)));
    if (path.nodes().size() > ROWS) {
      rows.add(rest(path.nodes().subList(ROWS, path.nodes().size())));
    }
    return new Block.Table(
        List.of(
            Column.number("share"),
            Column.text(""),
            Column.number("per run"),
            Column.text("where"),
            Column.text("what")),
        rows);
  }

  private static List<String> row(Share share, AggregatePath path) {
    return List.of(
        Units.percent(share.pathShare()),
        bar(share.pathShare()),
        Units.ms(share.meanMs()),
        place(share, path),
        meaning(share));
  }

  private static String place(Share share, AggregatePath path) {
    boolean foreign = !share.service().equals(path.service());
    String name = foreign ? share.service() + ": " + share.node() : share.node();
    return share.within() == null ? name : share.within() + " › " + name;
  }

  private static List<String> rest(List<Share> shares) {
    double fraction = shares.stream().mapToDouble(Share::pathShare).sum();
    double ms = shares.stream().mapToDouble(Share::meanMs).sum();
    return List.of(
        Units.percent(fraction), bar(fraction), Units.ms(ms), shares.size() + " more", "");
  }

  private static String meaning(Share share) {
    return switch (share.kind()) {
      case SELF -> "own work";
      case ENGINE -> "between nodes";
      case QUEUE -> "ready, waiting to start";
      case BACKOFF -> "waiting before another attempt";
      case EDGE -> "waiting for " + share.callee();
    };
  }

  private static String bar(double fraction) {
    long eighths = Math.round(fraction * BAR * 8);
    String part = eighths % 8 == 0 ? "" : EIGHTHS.substring((int) (eighths % 8)).substring(0, 1);
    return "█".repeat((int) (eighths / 8)) + part;
  }

  private PathTable() {}
}
