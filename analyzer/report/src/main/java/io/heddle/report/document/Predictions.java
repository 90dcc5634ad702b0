package io.heddle.report.document;

import io.heddle.core.replay.EdgeCounts;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Spread;
import java.util.ArrayList;
import java.util.List;

/** The answer to a what-if question. */
public final class Predictions {
  private Predictions() {}

  /** The answer, and what it rests on. */
  public static List<Block> of(Prediction prediction) {
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
    return blocks;
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
