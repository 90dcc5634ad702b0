package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.Recorder;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose state object it is, with more runs than places too. */
class OpenStatesTest {
  private final OpenStates states = new OpenStates(1);
  private final GraphNode work =
      new GraphNode(
          Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")))
              .workflow("e", "w", null)
              .node("work", "code"),
          ActionKind.CODE);
  private final OpenNode first = new OpenNode(states);
  private final OpenNode second = new OpenNode(states);

  @Test
  void nodesWithAndWithoutAPlaceForTheirRun_areFoundByTheirStates() {
    first.findable();
    second.findable();
    Object ofFirst = open(first);
    Object ofSecond = open(second);

    assertThat(states.find(ofFirst)).isSameAs(first);
    assertThat(states.find(ofSecond)).isSameAs(second);
    assertThat(states.find(new Object())).isNull();
  }

  @Test
  void endedNodes_areFoundNoMore() {
    first.findable();
    second.findable();
    Object ofFirst = open(first);
    Object ofSecond = open(second);

    first.abandon();
    second.abandon();

    assertThat(states.find(ofFirst)).isNull();
    assertThat(states.find(ofSecond)).isNull();
  }

  @Test
  void nodeThatOutlivesItsRun_isFoundToItsEnd_andGivesItsPlaceBack() {
    first.findable();
    Object ofFirst = open(first);

    first.runIsOver();
    assertThat(states.find(ofFirst)).isSameAs(first);
    assertThat(states.enter(second)).isEqualTo(OpenStates.NOWHERE);

    first.abandon();
    assertThat(states.enter(second)).isZero();
  }

  private Object open(OpenNode node) {
    Object state = new Object();
    node.open(work, state);
    return state;
  }
}
