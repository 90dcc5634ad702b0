package io.heddle.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.replay.Caveat;
import io.heddle.core.replay.Change;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Replay;
import io.heddle.report.Mailroom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  private final Prediction prediction =
      Replay.of(Mailroom.withoutEnd()).ask(List.of(new Change.Scale("classify", 0.5)));

  @Test
  void everyCaveat_isASentenceWithItsNodeAndNumber() {
    List<Caveat> caveats =
        Arrays.stream(Caveat.Kind.values()).map(kind -> new Caveat(kind, "pay", 17)).toList();
    List<Block> blocks = Predictions.of(prediction, caveats);
    assertThat(blocks.get(blocks.size() - 1))
        .isInstanceOfSatisfying(
            Block.Items.class,
            items ->
                assertThat(items.texts())
                    .hasSize(caveats.size())
                    .allMatch(it -> it.startsWith("pay ") && it.contains("17 executions")));
  }

  @Test
  void withoutACaveat_nothingIsSaidOfThem() {
    assertThat(Predictions.of(prediction, List.of())).noneMatch(Block.Items.class::isInstance);
  }
}
