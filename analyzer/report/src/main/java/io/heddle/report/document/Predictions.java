package io.heddle.report.document;

import io.heddle.core.replay.Caveat;
import io.heddle.core.replay.EdgeCounts;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Spread;
import java.util.ArrayList;
import java.util.List;

/** The answer to a what-if question. */
public final class Predictions {
  private Predictions() {}

  /** The answer, and what it rests on. */
  public static List<Block> of(Prediction prediction, List<Caveat> caveats) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "What if: " + prediction.workflow()));
    blocks.add(new Block.Note(replayed(prediction)));
    blocks.add(new Block.Paragraph(change(prediction)));
    blocks.add(
        new Block.Table(
            List.of(
                Block.Column.text("run"),
                Block.Column.number("mean"),
                Block.Column.number("p50"),
                Block.Column.number("p95")),
            List.of(
                row("measured", prediction.baseline()), row("predicted", prediction.predicted()))));
    blocks.add(new Block.Note("Order known from: " + edges(prediction.edges())));
    if (!caveats.isEmpty()) {
      blocks.add(new Block.Heading(2, "Kept as it was"));
      blocks.add(new Block.Items(false, caveats.stream().map(Predictions::kept).toList()));
    }
    return blocks;
  }

  private static String kept(Caveat caveat) {
    String sentence =
        switch (caveat.kind()) {
          case FAILURE ->
              "%s failed, timed out or was cancelled in %s executions: they still do, and what followed from it still follows, however long it takes.";
          case APPOINTMENT ->
              "%s waits for a person or a point in time (%s executions): its time stays, though whoever asks earlier need not be answered earlier.";
          case QUEUE ->
              "%s waited for workers in %s executions, and no limit within a run explains it: other runs held them, and the wait stays.";
          case TOGETHER ->
              "%s ended together with a changed node in nearly all of %s executions: if one ends the other, as in a race, the gain is another.";
          case STREAM ->
              "%s began while a changed node went on and ended after it (%s executions): if it takes what that hands on as it comes, its end moves, and here it does not.";
        };
    return sentence.formatted(caveat.node(), Units.count(caveat.executions()));
  }

  private static String replayed(Prediction prediction) {
    String limit =
        prediction.limit() == null
            ? ""
            : " · at most " + prediction.limit() + " executions of a run at once, as observed";
    return "%d of %d runs replayed%s".formatted(prediction.replayed(), prediction.runs(), limit);
  }

  private static String change(Prediction prediction) {
    boolean faster = prediction.meanMs() <= 0;
    double low = faster ? -prediction.intervalMs().high() : prediction.intervalMs().low();
    double high = faster ? -prediction.intervalMs().low() : prediction.intervalMs().high();
    return "A run would take %s %s on average (95 %%: %s to %s)."
        .formatted(
            Units.ms(Math.abs(prediction.meanMs())),
            faster ? "less" : "more",
            Units.ms(low),
            Units.ms(high));
  }

  private static List<String> row(String name, Spread spread) {
    return List.of(
        name, Units.ms(spread.meanMs()), Units.ms(spread.p50Ms()), Units.ms(spread.p95Ms()));
  }

  private static String edges(EdgeCounts edges) {
    return "%d recorded, %d by data flow, %d by definition, %d inferred, %d only by habit"
        .formatted(
            edges.recorded(),
            edges.dataFlow(),
            edges.definition(),
            edges.inferred(),
            edges.serial());
  }
}
